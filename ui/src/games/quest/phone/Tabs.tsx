// The tabs, within the thumb's reach. Arrow keys move along them.
import { useRef } from 'preact/hooks';
import { words } from './index';
import { Sign } from './Sign';

export type Tab = 'story' | 'hero' | 'bag' | 'secrets' | 'log' | 'party';

interface TabsProps {
  tabs: readonly Tab[];
  tab: Tab;
  /** Where something new waits. */
  dots: readonly Tab[];
  open: (tab: Tab) => void;
}

const STEPS: Readonly<Record<string, number | undefined>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

export function Tabs({ tabs, tab, dots, open }: TabsProps) {
  const bar = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    const next = (tabs.indexOf(tab) + by + tabs.length) % tabs.length;
    const to = tabs[next];
    if (!to) return;
    event.preventDefault();
    open(to);
    const button = bar.current?.children[next];
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <div class="qp-tabs" role="tablist" aria-label={words().tabsLabel} ref={bar} onKeyDown={step}>
      {tabs.map((one) => (
        <button key={one} id={`qp-tab-${one}`} class={one === tab ? 'qp-tab-button is-on' : 'qp-tab-button'} role="tab" aria-selected={one === tab} aria-controls="qp-tab" tabIndex={one === tab ? 0 : -1} onClick={() => open(one)}>
          <Sign kind={one} />
          <span>{words().tabs[one]}</span>
          {dots.includes(one) && (
            <i class="qp-dot">
              <span class="unseen">{words().unread}</span>
            </i>
          )}
        </button>
      ))}
    </div>
  );
}
