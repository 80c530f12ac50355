import fc from 'fast-check';

// Left alone, fast-check stays far below the limits that a test names: of at most 60 it makes 10.
fc.configureGlobal({ defaultSizeToMaxWhenMaxSpecified: true });

export default fc;
