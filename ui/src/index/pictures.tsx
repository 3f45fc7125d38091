// What stands on the three doors.

export function TvPicture() {
  return (
    <svg viewBox="0 0 160 120" aria-hidden="true">
      <rect x="10" y="12" width="140" height="86" rx="14" fill="#14204f" />
      <rect x="18" y="20" width="124" height="70" rx="8" fill="#31429a" />
      <path d="M18 72q30-14 62-6t62-4v20a8 8 0 0 1-8 8H26a8 8 0 0 1-8-8Z" fill="#f4f8ff" />
      <path d="M46 70V46l-9 12h6l-8 12Zm0-24 9 12h-6l8 12H46Z" fill="#0f1843" />
      <circle cx="104" cy="42" r="13" fill="#7ff0cf" />
      <path d="M60 98h40v8H60Z" fill="#14204f" />
      <rect x="44" y="104" width="72" height="8" rx="4" fill="#14204f" />
    </svg>
  );
}

export function PhonePicture() {
  return (
    <svg viewBox="0 0 160 120" aria-hidden="true">
      <rect x="48" y="4" width="64" height="112" rx="14" fill="#14204f" />
      <rect x="54" y="12" width="52" height="96" rx="8" fill="#31429a" />
      <rect x="60" y="20" width="40" height="22" rx="6" fill="#f8fbff" />
      <rect x="60" y="48" width="40" height="11" rx="5" fill="#ff8f8f" />
      <rect x="60" y="62" width="40" height="11" rx="5" fill="#7cc8ff" />
      <rect x="60" y="76" width="40" height="11" rx="5" fill="#ffdb80" />
      <rect x="60" y="90" width="40" height="11" rx="5" fill="#79e6b6" />
    </svg>
  );
}

export function HostPicture() {
  return (
    <svg viewBox="0 0 160 120" aria-hidden="true">
      <rect x="14" y="20" width="132" height="84" rx="20" fill="#14204f" />
      <circle cx="52" cy="62" r="24" fill="#7ff0cf" />
      <path d="M45 49v26l22-13Z" fill="#14204f" />
      <rect x="90" y="42" width="42" height="8" rx="4" fill="#31429a" />
      <circle cx="118" cy="46" r="9" fill="#ffdb80" />
      <rect x="90" y="72" width="42" height="8" rx="4" fill="#31429a" />
      <circle cx="101" cy="76" r="9" fill="#ff8f8f" />
    </svg>
  );
}
