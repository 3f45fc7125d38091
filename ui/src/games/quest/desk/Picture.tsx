// The quest on a card: a fire in the snow under a mountain with one light on it, and the dice.

export function QuestPicture() {
  return (
    <svg viewBox="0 0 160 100" aria-hidden="true">
      <rect width="160" height="100" rx="18" fill="#1b2a63" />
      <path d="M0 20c40 14 90-16 160 2v16c-70-16-120 12-160-2Z" fill="#9a6bff" opacity=".35" />
      <path d="M62 78 108 20l46 58Z" fill="#3d4f9e" />
      <path d="m91 41 17-21 17 21-8 6-9-6-8 7Z" fill="#f4f8ff" />
      <path d="M108 4l2.500 6 6 2.500-6 2.500-2.500 6-2.500-6-6-2.500 6-2.500Z" fill="#ffdb80" />
      <path d="M0 74c50-14 110-10 160 0v8a18 18 0 0 1-18 18H18A18 18 0 0 1 0 82Z" fill="#f4f8ff" />
      <path d="M0 88c40-8 120-6 160-2a18 18 0 0 1-18 14H18A18 18 0 0 1 0 88Z" fill="#b9c9f5" />
      <ellipse cx="46" cy="82" rx="32" ry="9" fill="#ffdb80" opacity=".6" />
      <path d="M46 36c3 12 18 18 18 32a18 16 0 0 1-36 0c0-8 5-11 7-18 3 3 4 6 5 8 5-5 6-13 6-22Z" fill="#ff8f8f" stroke="#14204f" stroke-width="3" stroke-linejoin="round" />
      <path d="M47 56c2 7 8 9 8 16a9 8 0 0 1-18 0c0-5 3-6 4-10 2 2 3 3 3 4 2-3 3-6 3-10Z" fill="#ffdb80" />
      <path d="m28 87 36-9M28 78l36 9" stroke="#14204f" stroke-width="6" stroke-linecap="round" />
      <g stroke="#14204f" stroke-width="3" stroke-linejoin="round" fill="#f8fbff">
        <path d="m93 69 19-5 5 19-19 5Z" />
        <path d="m119 70 17 9-9 17-17-9Z" />
      </g>
      <path d="M100 71.500v.01M105 76v.01M110 80.500v.01M123 75v.01M123 91v.01M131 80v.01M115 86v.01" stroke="#14204f" stroke-width="4.500" stroke-linecap="round" />
    </svg>
  );
}
