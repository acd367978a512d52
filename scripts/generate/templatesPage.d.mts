import type { Template } from '../../src/templates/template';

export function templatesPage(templates: readonly Template[], found: Record<string, string[]>): string;
