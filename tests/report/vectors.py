"""Texts that want to be scripts, and documents that carry them wherever a page can put text."""
import json

CANARY = "http://127.0.0.1:9/canary"

VECTORS = [
    "<script>top.hit=1</script>",
    "<SCRIPT SRC=//127.0.0.1:9/canary></SCRIPT>",
    "</title><script>top.hit=1</script>",
    "</style><script>top.hit=1</script>",
    "</textarea><script>top.hit=1</script>",
    "</svg><script>top.hit=1</script>",
    "</mark></p></article><script>top.hit=1</script>",
    "--><script>top.hit=1</script><!--",
    "]]><script>top.hit=1</script>",
    "<scr<script>ipt>top.hit=1</scr</script>ipt>",
    "<script\x0b>top.hit=1</script>",
    "<script/x>top.hit=1</script>",
    "<script\n>top.hit=1</script\n>",
    "&lt;script&gt;top.hit=1&lt;/script&gt;",
    "&#60;script&#62;top.hit=1&#60;/script&#62;",
    "&amp;lt;script&amp;gt;top.hit=1",
    "\\u003cscript\\u003etop.hit=1\\u003c/script\\u003e",
    "+ADw-script+AD4-top.hit=1+ADw-/script+AD4-",
    "\uff1cscript\uff1etop.hit=1\uff1c/script\uff1e",
    "<img src=x onerror=top.hit=1>",
    '"><img src="http://127.0.0.1:9/canary">',
    "'><img src='http://127.0.0.1:9/canary'>",
    "<img/src=`http://127.0.0.1:9/canary`onerror=top.hit=1>",
    "<IMG SRC=\"jav\tascript:top.hit=1\">",
    "<img srcset='http://127.0.0.1:9/canary 1x'>",
    "<picture><source srcset=http://127.0.0.1:9/canary></picture>",
    '" onmouseover="top.hit=1',
    "' onfocus='top.hit=1' autofocus='",
    '" style="background:url(http://127.0.0.1:9/canary)',
    "` onload=top.hit=1 `",
    "<svg onload=top.hit=1>",
    "<svg><script href=http://127.0.0.1:9/canary /></svg>",
    "<svg><use href='http://127.0.0.1:9/canary#a'/></svg>",
    "<svg><animate onbegin=top.hit=1 attributeName=x dur=1s>",
    "<svg><foreignObject><iframe srcdoc='<script>top.hit=1</script>'>",
    "<svg><style>@import url(http://127.0.0.1:9/canary);</style></svg>",
    "<math><mi xlink:href='javascript:top.hit=1'>x</mi></math>",
    "<math><annotation-xml encoding='text/html'><script>top.hit=1</script>",
    "<iframe src=http://127.0.0.1:9/canary></iframe>",
    "<iframe srcdoc='<script>top.top.hit=1</script>'></iframe>",
    "<object data=http://127.0.0.1:9/canary></object>",
    "<embed src=http://127.0.0.1:9/canary>",
    "<link rel=stylesheet href=http://127.0.0.1:9/canary>",
    "<link rel=prefetch href=http://127.0.0.1:9/canary>",
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/canary'>",
    "<base href=http://127.0.0.1:9/canary/>",
    "<style>*{background:url(http://127.0.0.1:9/canary)}</style>",
    "<style>@import 'http://127.0.0.1:9/canary';</style>",
    "<form action=http://127.0.0.1:9/canary><input autofocus onfocus=top.hit=1>",
    "<button formaction=javascript:top.hit=1>go</button>",
    "<video src=http://127.0.0.1:9/canary onerror=top.hit=1 autoplay>",
    "<audio src=http://127.0.0.1:9/canary autoplay>",
    "<body onload=top.hit=1 background=http://127.0.0.1:9/canary>",
    "<table background=http://127.0.0.1:9/canary>",
    "<details open ontoggle=top.hit=1>",
    "<a href=javascript:top.hit=1>press</a>",
    "<a ping=http://127.0.0.1:9/canary href=#d1>press</a>",
    "<template shadowrootmode=open><script>top.hit=1</script></template>",
    "<noscript><p title='</noscript><script>top.hit=1</script>'>",
    "<xmp><p title='</xmp><script>top.hit=1</script>'>",
    "<plaintext><!--",
    "<![CDATA[<script>top.hit=1</script>]]>",
    "<?xml-stylesheet href='http://127.0.0.1:9/canary'?>",
    "{{constructor.constructor('top.hit=1')()}}",
    "\u202e<script>top.hit=1</script>\u2066",
    "\u2028<script>top.hit=1</script>\u2029",
    "\x00<script>top.hit=1</script>\x1b[2J",
]

URLS = [
    "javascript:top.hit=1", "JaVaScRiPt:top.hit=1", " javascript:top.hit=1", "java\nscript:top.hit=1",
    "javascript://example.org/%0atop.hit=1", "data:text/html,<script>top.hit=1</script>",
    "vbscript:top.hit=1", "file:///etc/passwd", "//127.0.0.1:9/canary", "blob:http://127.0.0.1:9/canary",
    "http://good.example@127.0.0.1:9/canary", "https:\\\\127.0.0.1:9\\canary", "http:javascript:top.hit=1",
    'https://a.example/"onmouseover="top.hit=1', "https://a.example/<script>top.hit=1</script>",
    "https://a.example/\u202egnp.exe", "view-source:http://127.0.0.1:9/canary", "filesystem:http://a.example/x",
]


def documents():
    """One document for each vector, which it has in every field, and one for each URL."""
    for number, vector in enumerate(VECTORS):
        quote, group = "43 keepers", "Keepers' Union " + vector
        text = f"{vector}\n\n{group} says that {quote} signed a letter of {vector} on 4 May 2031.\n\n{vector}"
        start, name = text.index(quote), text.index(group)
        yield {
            "id": f"{vector}#{number}", "url": f"https://a.example/{vector}", "hostname": vector, "title": vector,
            "author": vector, "date": f"2031-05-{number % 28 + 1:02}", "language": vector, "sitename": vector, "text": text,
            "blocks": [{"start": 0, "end": len(text), "kind": "paragraph", "source": [0, 1]}],
            "dropped": [{"source": [0, 1], "reason": "other", "rule": vector, "text": vector}],
            "groups": [{"start": name, "end": name + len(group), "quote": group, "name": group, "kind": vector,
                        "alias": vector, "rule": vector}],
            "figures": [{"start": start, "end": start + len(quote), "quote": quote, "low": 40 + number,
                         "high": None if number % 3 == 0 else 50 + number, "qualifier": vector, "who": vector,
                         "role": "signatory", "relation": ["total", "claim", vector][number % 3], "event": "letter " + vector,
                         "attributed_to": vector if number % 2 else None,
                         "as_of": vector if number % 5 == 0 else None, "rule": vector}],
        }
    for number, url in enumerate(URLS):
        text = f"A letter was signed by {100 + number} keepers."
        start, end = text.index("1"), len(text) - 1
        yield {"id": f"url-{number}", "url": url, "title": url, "date": "2031-06-01", "text": text,
               "blocks": [{"start": 0, "end": len(text), "kind": "paragraph", "source": [0, 1]}], "groups": [],
               "figures": [{"start": start, "end": end, "quote": text[start:end], "low": 100 + number,
                            "high": 100 + number, "who": "keepers", "role": "signatory", "relation": "total",
                            "event": "letter", "rule": "test"}]}


def lines():
    return "".join(json.dumps(document) + "\n" for document in documents()).encode()
