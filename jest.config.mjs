/** Tests are TypeScript, transformed by swc; hucre and preact are ES modules and are transformed too. */
export default {
  testEnvironment: 'node',
  // Generous: a test that hangs is found, a busy machine is not a failure.
  testTimeout: 120_000,
  roots: ['<rootDir>/test'],
  testSequencer: '<rootDir>/test/longestFirst.cjs',
  // Every .xlsx file that a test writes is held against Microsoft's validator.
  setupFilesAfterEnv: ['<rootDir>/test/judges/everyFile.ts'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '^.+\\.(ts|tsx|js|jsx|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(hucre|preact|@preact|preact-render-to-string)/)'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'json', 'node'],
};
