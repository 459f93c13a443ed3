import tseslint from 'typescript-eslint';

const vscodeOnlyInFeatures = {
  name: 'vscode',
  message: 'Only src/features and src/extension.ts may import vscode.',
};
const toolkitOnlyInControls = {
  group: ['@vscode/webview-ui-toolkit', '@vscode/webview-ui-toolkit/*'],
  message: 'Only webview/ui/controls.ts may import the toolkit.',
};

/**
 * One layer of the hourglass (docs/architecture.md): the files in it and the imports they must not use, as a
 * regular expression over the import path.
 */
function layer(files, forbidden, { vscode = false } = {}) {
  const message = 'Imports point only downwards; features never import each other.';
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: vscode ? [] : [vscodeOnlyInFeatures],
          patterns: [toolkitOnlyInControls, ...(forbidden ? [{ regex: forbidden, message }] : [])],
        },
      ],
    },
  };
}

const above = (...names) => `^(\.\./)+(src/)?(${names.join('|')})/`;

export default tseslint.config(
  { ignores: ['dist', 'out', '.vscode-test', 'test-results', 'test/fixtures', 'src/fly/generated'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.ts', 'webview/**/*.ts', 'test/**/*.ts', 'vitest.config.mts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  { files: ['test/**/*.ts'], rules: { 'max-lines-per-function': 'off', 'no-console': 'off' } },
  layer(['src/core/**'], above('shared', 'remote', 'gateway', 'fly', 'deployment', 'features')),
  layer(['src/shared/**'], above('core', 'remote', 'gateway', 'fly', 'deployment', 'features')),
  layer(['src/remote/**'], above('shared', 'gateway', 'fly', 'deployment', 'features')),
  layer(['src/gateway/**'], above('shared', 'fly', 'deployment', 'features')),
  layer(['src/fly/**'], above('shared', 'gateway', 'deployment', 'features')),
  layer(['src/deployment/**'], above('shared', 'features')),
  layer(['src/features/*/*.ts'], '^\\.\\./(?!\\.\\./|common/)', { vscode: true }),
  layer(['src/features/*/*/**'], '^\\.\\./\\.\\./(?!\\.\\./|common/)', { vscode: true }),
  layer(['src/extension.ts'], undefined, { vscode: true }),
  layer(['webview/**'], above('core', 'remote', 'gateway', 'fly', 'deployment', 'features')),
  { files: ['webview/ui/controls.ts'], rules: { 'no-restricted-imports': 'off' } },
);
