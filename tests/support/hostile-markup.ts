/**
 * Texts that a browser, a Markdown reader or a compiler of MDX might take for more than text. Each would call `RAN`, which
 * the tests that show them define and watch (30 and 36 of the forty).
 */
export const HOSTILE_MARKUP: readonly string[] = [
  '<script>RAN(1)</script>',
  '</textarea></title></style></script><script>RAN(2)</script>',
  '<img src=x onerror=RAN(3)>',
  '<svg onload=RAN(4)>',
  '<svg><script href="data:text/javascript,RAN(5)"/></svg>',
  '<svg><animate onbegin=RAN(6) attributeName=x dur=1s>',
  '<a href="javascript:RAN(7)">look</a>',
  '[look](javascript:RAN(8))',
  '[look](<java&#115;cript:RAN(9)>)',
  '[look](data:text/html;base64,PHNjcmlwdD5SQU4oMTApPC9zY3JpcHQ+)',
  '![x](x"onerror="RAN(11))',
  '![x](javascript:RAN(12))',
  '<iframe srcdoc="<script>parent.RAN(13)</script>"></iframe>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=RAN(14)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=RAN(15)>',
  '<noscript><p title="</noscript><img src=x onerror=RAN(16)>">',
  '<details open ontoggle=RAN(17)>x</details>',
  '<input autofocus onfocus=RAN(18)>',
  '<style>@import "x"; * { background: url(x) }</style>',
  '<p style="position:fixed;inset:0;background:red">over everything</p>',
  '＜script＞RAN(21)＜/script＞ \u202e<script>RAN(21)</script>\u202c',
  '<scr\u200bipt>RAN(22)</scr\u200bipt> <\u0131mg src=x onerror=RAN(22)>',
  '{RAN(23)} \u0024{RAN(23)} {{constructor.constructor("RAN(23)")()}}',
  'import x from "data:text/javascript,RAN(24)"',
  'export const y = RAN(25)',
  '<Listing onError={() => RAN(26)} /> <>{RAN(26)}</>',
  '"><base href="https://elsewhere.example/"><meta http-equiv=refresh content="0;url=javascript:RAN(27)">',
  '&lt;script&gt;RAN(28)&lt;/script&gt; &#60;script&#62;RAN(28)&#60;/script&#62;',
];

/** Short enough for a name. */
export const HOSTILE_NAME = '<img src=x onerror=RAN(0)>"\'</script>{RAN(0)}';
