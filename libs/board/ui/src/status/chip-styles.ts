/**
 * How a chip looks that says shape and word: of a task's status and of a case's step. Its colours come before these
 * styles, so that a bare chip has none.
 */
export const CHIP_STYLES = `
  :host {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    max-inline-size: 100%;
    padding: 1px 6px;
    border-radius: var(--radius-s);
    font-size: var(--text-xs);
    font-weight: 600;
    line-height: 18px;
    white-space: nowrap;
    color: var(--assigned-fg);
    background: var(--assigned-bg);
  }
  :host(.bare) {
    padding: 0;
    background: none;
    color: inherit;
    font-size: inherit;
  }
  svg {
    inline-size: 12px;
    block-size: 12px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  span {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .solid {
    fill: currentColor;
  }
  @media (forced-colors: active) {
    :host {
      outline: 1px solid;
    }
  }
`;
