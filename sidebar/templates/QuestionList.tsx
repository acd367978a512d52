import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { InstallQuestion } from '../../src/templates/install/planInstall';

/** From so many questions on they can be answered at once. */
const MANY = 3;

/** What the workbook and the template disagree about, each with its answers. */
export function QuestionList({
  questions,
  answer,
}: {
  questions: InstallQuestion[];
  /** Told the chosen values by the ids of their questions. */
  answer: (answers: Record<string, string>) => void;
}): JSX.Element | null {
  if (questions.length === 0) return null;
  const choices = questions[0]!.choices;
  return (
    <div class="form">
      <h3>{questions.length === 1 ? 'A question first' : `${questions.length} questions first`}</h3>
      {questions.length >= MANY && (
        <div class="form">
          {choices.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              onClick={() => answer(Object.fromEntries(questions.map(({ id }) => [id, value])))}
            >
              {`For all: ${label}`}
            </button>
          ))}
        </div>
      )}
      {questions.map(question => (
        <QuestionField key={question.id} question={question} answer={value => answer({ [question.id]: value })} />
      ))}
    </div>
  );
}

function QuestionField({
  question,
  answer,
}: {
  question: InstallQuestion;
  answer: (value: string) => void;
}): JSX.Element {
  const name = useId();
  return (
    <fieldset class="question">
      <legend>{question.text}</legend>
      {question.choices.map(({ value, label }) => (
        <label key={value} class="choice">
          <input type="radio" name={name} checked={question.chosen === value} onChange={() => answer(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
