package dev.holdfast.commands.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Text that tries to be more than text. */
final class Hostile {
    private static final char ESCAPE = (char) 0x1B;
    private static final char BELL = (char) 0x07;
    private static final char CONTROL_SEQUENCE = (char) 0x9B;

    private static final String SIGNS = "<>&\"'`|[]()!@#*_~\\/:. \n";

    private Hostile() {}

    static List<String> texts() {
        List<String> texts = new ArrayList<>();
        // for a terminal
        texts.add(ESCAPE + "[2J" + ESCAPE + "[31mred" + ESCAPE + "]8;;http://evil.example" + BELL);
        texts.add(CONTROL_SEQUENCE + "2J" + (char) 0x00 + (char) 0x08 + (char) 0x7F + "x");
        texts.add("line\r\nother line\ttab" + (char) 0x0B + (char) 0x85);
        // for an eye
        texts.add("a" + (char) 0x202E + "gpj.exe" + (char) 0x2066 + "b" + (char) 0x2069);
        texts.add("zero" + (char) 0x200B + "width" + (char) 0xFEFF + (char) 0x00AD);
        texts.add("lines" + (char) 0x2028 + "and" + (char) 0x2029);
        texts.add(Character.toString(0xE0041) + Character.toString(0xE007F) + "tags");
        // for a browser
        texts.add("</script><script>alert(1)</script>");
        texts.add("<img src=x onerror=alert(1)><svg/onload=alert(1)>");
        texts.add("\" autofocus onfocus=alert(1) x=\"' onclick='alert(1)");
        texts.add("</style><style>*{display:none}</style><!-- --><![CDATA[");
        texts.add("&lt;b&gt; &amp; &#60;i&#62; javascript:alert(1)");
        // for an XML reader
        texts.add("]]> <?xml version='1.0'?> <!DOCTYPE x [<!ENTITY y 'z'>]> &y;");
        texts.add("no characters: " + (char) 0xFFFE + (char) 0xFFFF + Character.toString(0x1FFFF));
        // for Markdown
        texts.add("| a | b | `code` ``more`` \\| \\` **bold** __x__ ~~y~~ # h");
        texts.add(
                "[click](http://evil.example) ![img](http://evil.example/a.png) <http://e.example>");
        texts.add("http://evil.example https://evil.example/x www.evil.example ftp://evil.example");
        texts.add("@octocat @org/team #1 GH-1 org/repo#2 someone@evil.example mailto:a@b.example");
        texts.add("- item\n# head\n> quote\n1. one\n***\n    code\n```\nfence\n~~~");
        texts.add("[ref]: http://evil.example\n\n[ref] [^1] :smile: $x$ $$y$$ <!-- hidden");
        texts.add("C:\\dir\\file ends with \\");
        // for a program
        texts.add("half " + (char) 0xD83D + " and " + (char) 0xDE00 + " other half");
        texts.add("emoji " + Character.toString(0x1F600) + " and " + Character.toString(0x1F469));
        texts.add("{0} {{x}} %s %n ${jndi:x} $(id) `id` ; rm -rf / && \\u0041");
        texts.add("../../etc/passwd?x=1#frag%00 a:b");
        texts.add("名前は".repeat(40));
        texts.add("x".repeat(3_000));
        texts.add("e" + Character.toString(0x0301).repeat(200));
        return texts;
    }

    /** Random text out of the pieces above and random characters. */
    static String random(SplittableRandom random) {
        List<String> texts = texts();
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(1, 6);
        for (int i = 0; i < parts; i++) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(texts.get(random.nextInt(texts.size())));
                case 1 -> text.append((char) random.nextInt(0x10000));
                case 2 -> text.append((char) random.nextInt(0x21, 0x7F));
                default -> text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
        }
        return text.toString();
    }
}
