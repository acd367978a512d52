/** What is worked out when it is first asked for. */
export function once<Result>(work: () => Result): () => Result {
  let known: { result: Result } | undefined;
  return () => {
    known ??= { result: work() };
    return known.result;
  };
}
