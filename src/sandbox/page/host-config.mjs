const light = {
  text: '#242424',
  subtle: '#565656',
  accent: '#4b4fb5',
  good: '#0b6a0b',
  warning: '#835b00',
  attention: '#b10e1c',
  back: '#ffffff',
  emphasis: '#f0f0f0',
  line: '#d1d1d1',
};
const dark = {
  text: '#ffffff',
  subtle: '#c2c2c2',
  accent: '#a9adf0',
  good: '#8fd88f',
  warning: '#f2d27a',
  attention: '#ff9c9c',
  back: '#292929',
  emphasis: '#3a3a3a',
  line: '#666666',
};

/** How Teams draws cards, near enough: sizes, spacing and colours. */
export function hostConfig(isDark) {
  const colour = isDark ? dark : light;
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors: foreground(colour) });
  return {
    fontFamily: '"Segoe UI", system-ui, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
    spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 14 },
    separator: { lineThickness: 1, lineColor: colour.line },
    supportsInteractivity: true,
    containerStyles: {
      default: style(colour.back),
      emphasis: style(colour.emphasis),
      accent: style(colour.emphasis),
      good: style(isDark ? '#12331a' : '#e7f6e7'),
      warning: style(isDark ? '#3a2f0b' : '#fff6dd'),
      attention: style(isDark ? '#42181c' : '#fdecee'),
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
        maxWidth: 160,
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
}

function foreground(colour) {
  const pair = (value) => ({ default: value, subtle: value });
  return {
    default: { default: colour.text, subtle: colour.subtle },
    accent: pair(colour.accent),
    good: pair(colour.good),
    warning: pair(colour.warning),
    attention: pair(colour.attention),
    dark: pair(colour.text),
    light: pair(colour.subtle),
  };
}
