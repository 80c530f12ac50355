const style = (back) => ({ backgroundColor: `var(--${back})`, foregroundColors });
const pair = (name) => ({ default: `var(--${name})`, subtle: `var(--${name})` });
const foregroundColors = {
  default: { default: 'var(--text)', subtle: 'var(--subtle)' },
  accent: pair('accent'),
  good: pair('good'),
  warning: pair('warning'),
  attention: pair('trouble'),
  dark: pair('text'),
  light: pair('subtle'),
};

/** How Teams draws cards, near enough. Colours are the page's own, so that a card follows the theme by itself. */
export const hostConfig = {
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
  spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  supportsInteractivity: true,
  textBlock: { headingLevel: 4 },
  containerStyles: {
    default: style('bubble'),
    emphasis: style('emphasis-back'),
    accent: style('accent-back'),
    good: style('good-back'),
    warning: style('warning-back'),
    attention: style('attention-back'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
  },
  factSet: {
    title: {
      color: 'default',
      size: 'default',
      isSubtle: false,
      weight: 'bolder',
      wrap: true,
      maxWidth: 170,
    },
    value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', weight: 'bolder' },
  },
};
