export function serve(options: {
  directory: string;
  port: number;
}): Promise<{ url: string; close: () => Promise<void> }>;
