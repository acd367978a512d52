import type { CellFunction } from '../../src/functions/definition';

export interface FunctionsJson {
  allowCustomDataForDataTypeAny: boolean;
  allowErrorForDataTypeAny: boolean;
  functions: {
    id: string;
    name: string;
    description: string;
    parameters: { name: string; description: string; type: string; dimensionality: string; optional?: boolean }[];
    result: { dimensionality: string };
  }[];
}

export function functionsJson(functions: readonly CellFunction[]): FunctionsJson;
