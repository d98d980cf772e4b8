/**
 * How the steps look by which a file is taken in, its columns are told and it is loaded: of lists of employers and of files
 * with figures alike. What only one of them has stands in its own styles.
 */
export const FILE_STEPS_STYLES = `
  .back {
    justify-self: start;
    text-decoration: none;
  }
  .narrow {
    max-inline-size: 620px;
  }
  input[type='file'] {
    padding-block: 5px;
  }
  input[type='file']::file-selector-button {
    margin-inline-end: 12px;
    padding: 2px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
    background: var(--surface);
    color: var(--text);
    font: inherit;
    font-size: var(--text-s);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    font-size: var(--text-s);
  }
  .steps [aria-current] {
    font-weight: 600;
  }
  .foot {
    position: sticky;
    z-index: 2;
    inset-block-end: 0;
    padding-block: var(--s2);
    background: var(--bg);
  }
  @media (max-width: 639px) {
    .mapping thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .mapping tr {
      display: grid;
      gap: 4px;
      padding-block: 10px;
      border-block-end: 1px solid var(--hair);
    }
    .foot {
      inset-block-end: calc(60px + env(safe-area-inset-bottom));
    }
  }
`;
