// Mountains, woods, hills, the house with its lit windows, and pines in front: one picture, drawn once, that nothing moves in.
import { memo } from './memo';
import { pine, woods, type Tier } from './pines';

/** x, ground, height, lean. */
export type Stand = readonly [number, number, number, number];

const MIDDLE: readonly Stand[] = [
  [96, 916, 150, 0.2], [236, 908, 190, 0.8], [330, 904, 130, 0.5], [1216, 868, 150, 0.4], [1292, 872, 200, 0.1], [1392, 880, 160, 0.9], [1530, 888, 190, 0.3], [1650, 894, 140, 0.7],
];
const FRONT: readonly Stand[] = [
  [-24, 1010, 420, 0.7], [92, 1020, 300, 0.2], [196, 1000, 210, 0.9], [1704, 984, 250, 0.1], [1808, 1000, 350, 0.8], [1918, 1004, 460, 0.3],
];
const SMALL: readonly Stand[] = [[60, 1000, 330, 0.4], [1850, 990, 380, 0.6]];

const farGround = (x: number): number => 842 + 18 * Math.sin(x / 210) - 10 * Math.sin(x / 77);
const WOODS = woods(-20, 1940, 92, 92, farGround);
const WOODS_NEARER = woods(-20, 1940, 56, 128, (x) => 880 + 14 * Math.sin(x / 160 + 2));

export const Hills = memo(function Hills({ light = false }: { light?: boolean }) {
  return (
    <svg class="scene-hills" viewBox="0 0 1920 1080" preserveAspectRatio="xMidYMax slice">
      <Paints />
      <Mountains />
      <path d={WOODS} fill="#26357f" />
      <path d="M0 860Q300 800 640 836T1240 822T1920 846V1080H0Z" fill="url(#sc-haze)" />
      <path d={WOODS_NEARER} fill="#1a2765" />
      <path d="M0 906Q260 856 560 884T1180 862Q1560 846 1920 906V1080H0Z" fill="url(#sc-mid)" />
      {MIDDLE.map((stand) => <Tree stand={stand} far />)}
      <path d="M0 976C300 910 560 930 860 960S1400 900 1920 972V1080H0Z" fill="url(#sc-near)" />
      <path d="M0 976C300 910 560 930 860 960S1400 900 1920 972V984C1400 912 1180 982 860 972S300 924 0 990Z" fill="#fff" opacity=".75" />
      <path d="M180 1010Q520 960 900 1012Q560 992 180 1010ZM1180 1000Q1440 962 1740 1010Q1450 990 1180 1000Z" fill="#9fb3ee" opacity=".35" />
      {!light && <House />}
      {(light ? SMALL : FRONT).map((stand) => <Tree stand={stand} />)}
      <path d="M-10 1040Q80 984 240 1016T520 1080H-10ZM1930 1030Q1820 976 1690 1004T1400 1080H1930Z" fill="url(#sc-front)" />
    </svg>
  );
});

function Paints() {
  return (
    <defs>
      <Fade id="sc-peak" from="#5d72c9" to="#33448f" />
      <Fade id="sc-peak2" from="#4558ae" to="#2d3d8a" />
      <Fade id="sc-haze" from="#7186d6" to="#4a5eb4" />
      <Fade id="sc-mid" from="#b4c4f6" to="#7f95df" />
      <Fade id="sc-near" from="#eef3ff" to="#b3c4f4" />
      <Fade id="sc-front" from="#ffffff" to="#c3d0f7" />
      <radialGradient id="sc-glow"><stop offset="0" stop-color="#ffd98a" stop-opacity=".85" /><stop offset="1" stop-color="#ffb45e" stop-opacity="0" /></radialGradient>
    </defs>
  );
}

function Fade({ id, from, to }: { id: string; from: string; to: string }) {
  return <linearGradient id={id} x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color={from} /><stop offset="1" stop-color={to} /></linearGradient>;
}

function Mountains() {
  return (
    <g>
      <path d="M-40 900L150 690 250 770 420 600 560 742 640 690 820 860 960 760 1130 850 1300 640 1400 720 1520 560 1700 740 1790 680 1960 860V960H-40Z" fill="url(#sc-peak2)" opacity=".75" />
      <path d="M420 600L494 675 462 668 440 694 410 662 372 680 340 690ZM1520 560L1612 652 1570 644 1540 676 1506 640 1462 660 1436 662ZM1300 640L1368 697 1330 690 1302 712 1268 690 1246 704ZM150 690L200 730 160 726 126 742 112 732Z" fill="#a9bbf2" opacity=".55" />
    </g>
  );
}

export function Tree({ stand, far = false }: { stand: Stand; far?: boolean }) {
  const [x, ground, height] = stand;
  return (
    <g>
      <ellipse cx={x + height * 0.08} cy={ground} rx={height * 0.34} ry={height * 0.032} fill="#1b2a63" opacity={far ? 0.28 : 0.22} />
      <path d={`M${x - height * 0.03} ${ground}v${-height * 0.2}h${height * 0.06}v${height * 0.2}Z`} fill="#0a1238" />
      {pine(...stand).map((tier) => <Boughs tier={tier} far={far} />)}
    </g>
  );
}

function Boughs({ tier, far }: { tier: Tier; far: boolean }) {
  return (
    <g>
      <path d={tier.body} fill={far ? '#20317a' : '#16245f'} />
      <path d={tier.shade} fill="#070d30" opacity=".42" />
      <path d={tier.snow} fill={far ? '#b3c3f3' : '#e3ebff'} />
    </g>
  );
}

// Warmth comes from inside: the light falls out of the windows on to the snow.
function House() {
  return (
    <g transform="translate(650 884)">
      <ellipse cx="70" cy="120" rx="230" ry="92" fill="url(#sc-glow)" opacity=".55" />
      <path d="M6 52h126v62H6Z" fill="#3a2350" />
      <path d="M6 68h126M6 84h126M6 100h126" stroke="#2c1a40" stroke-width="3" />
      <path d="M96 2h16v30H96Z" fill="#2c1a40" /><path d="M93-3h22v9H93Z" fill="#eef3ff" />
      <path d="M-12 56 34 10h72l44 46Z" fill="#261a48" />
      <path d="M-14 58 32 6Q36 2 42 4h62q4 0 8 4l42 50q-10 6-16-1q-8 8-18 0q-9 8-18 0q-9 9-19 0q-9 8-18 0q-9 9-19 0q-9 8-18 0q-9 9-18 1q-8 6-16 0Z" fill="#f4f8ff" />
      <path d="M20 68h28v26H20ZM60 68h28v26H60Z" fill="#ffd98a" />
      <path d="M20 68h28v26H20ZM60 68h28v26H60Z" fill="url(#sc-glow)" />
      <path d="M34 68v26M20 81h28M74 68v26M60 81h28" stroke="#3a2350" stroke-width="3" />
      <path d="M100 70h20v44h-20Z" fill="#5b3350" /><circle cx="115" cy="93" r="2" fill="#ffd98a" />
      <path d="M-6 116q12-10 30-4t40-2 44 2 42 2l-4 8H-4Z" fill="#eef3ff" />
    </g>
  );
}
