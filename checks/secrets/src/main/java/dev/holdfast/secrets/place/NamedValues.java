package dev.holdfast.secrets.place;

import dev.holdfast.secrets.engine.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values beside a name that says they are secret: passwords that no rule tells, as they are too
 * short, of words, or behind an option. They are no findings; they are only not shown.
 *
 * <p>A file may have a hundred thousand places to show, so that no pattern is tried but where its
 * first character stands.
 */
final class NamedValues {
    // The name stands before the value and may lie before what is shown.
    private static final int BEFORE = 100;
    private static final int BEHIND = 64;

    private static final String WORDS =
            "(?i:pass|pwd|secret|token|api_?-?key|private_?-?key|credential|auth)";
    private static final String NAME = WORDS + "[\\w.\\-\\]]{0,40}+";
    private static final String VALUE =
            "(?:\"(?<a>[^\"\r\n]++)|'(?<b>[^'\r\n]++)|`(?<c>[^`\r\n]++)"
                    + "|(?<d>[^\\s\"'`,;<>(){}\\[\\]&|=]++)(?![(\\[]))";
    private static final Pattern WORD = Pattern.compile(WORDS);
    private static final List<Pattern> BY_NAME =
            List.of(
                    // password = "x", PASS=x, "password": "x", secret: string = 'x'
                    Pattern.compile(
                            NAME
                                    + "[\"'`]?\\s{0,8}+(?::\\s{0,8}+\\w{1,40}+\\s{0,8}+=|[:=]=?>?)\\s{0,8}+"
                                    + VALUE),
                    // password = config.x || "y"
                    Pattern.compile(NAME + "[^\r\n;]{0,60}?(?:\\|\\||\\?\\?)\\s{0,8}+" + VALUE),
                    // ENV DB_PASSWORD x, login name password x, PASSWORD 'x', --password x
                    Pattern.compile(NAME + "\\s{1,8}+" + VALUE),
                    // name="password" value="x", setPassword("x"), getenv("PASSWORD") or "x"
                    Pattern.compile(
                            NAME
                                    + "[\"'`]?[,;\\s]{1,8}+(?i:value)[\"'`]?\\s{0,4}+[:=]\\s{0,4}+"
                                    + VALUE),
                    Pattern.compile(NAME + "[\"'`]?(?:[(,]|\\)\\s{1,4}+or\\s)\\s{0,4}+" + VALUE));
    // <password>x</password>
    private static final List<Pattern> BY_TAG =
            List.of(Pattern.compile("<" + NAME + "(?:\\s[^>\r\n]{0,60})?>(?<a>[^<\r\n]++)<"));
    private static final List<Pattern> BY_LETTER =
            List.of(
                    // mysql -px, sshpass -p x, redis-cli -a x, ldapsearch -w x
                    Pattern.compile("(?<=\\s)-[paPw]\\s{0,2}+" + VALUE),
                    // curl -u name:x
                    Pattern.compile(
                            "(?:-u|--user)[\\s=]{0,8}+[\"']?[^\\s:\"']{1,80}:(?<a>[^\\s\"']++)"));
    private static final List<Pattern> BY_VERB =
            List.of(Pattern.compile("(?i:identified\\s+by|bearer|basic)\\s{1,8}+" + VALUE));
    private static final List<Pattern> BY_COLON =
            List.of(
                    // host:5432:database:name:x
                    Pattern.compile(":(?:\\d{1,5}|\\*):[^\\s:]{1,80}:[^\\s:]{1,80}:(?<a>\\S++)"),
                    // https://name:x@host
                    Pattern.compile("://[^\\s:/@\"']{0,80}:(?<a>[^\\s/@\"']++)@"));

    private NamedValues() {}

    /** Those that share a byte with {@code [from, to)}. */
    static List<Span> in(byte[] bytes, int length, int from, int to) {
        int start = Math.max(0, from - BEFORE);
        int end = (int) Math.min(length, (long) to + BEHIND);
        // One character a byte, so that places are the same.
        String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        Matcher matcher = WORD.matcher(text).useTransparentBounds(true);
        List<Span> values = new ArrayList<>();
        // A value may hold the next name: a command line in quotes.
        for (int at = 0; at < text.length(); at++) {
            for (Pattern each : startingWith(text.charAt(at), matcher, at)) {
                if (matcher.usePattern(each).region(at, text.length()).lookingAt()) {
                    add(matcher, start, from, to, values);
                }
            }
        }
        return values;
    }

    private static List<Pattern> startingWith(char first, Matcher matcher, int at) {
        return switch (first) {
            case '<' -> BY_TAG;
            case '-' -> BY_LETTER;
            case ':' -> BY_COLON;
            case 'b', 'B', 'i', 'I' -> BY_VERB;
            case 'a', 'A', 'c', 'C', 'p', 'P', 's', 'S', 't', 'T' ->
                    matcher.usePattern(WORD).region(at, matcher.regionEnd()).lookingAt()
                            ? BY_NAME
                            : List.of();
            default -> List.of();
        };
    }

    private static void add(Matcher matcher, int base, int from, int to, List<Span> values) {
        matcher.namedGroups().values().stream()
                .filter(group -> matcher.start(group) >= 0)
                .map(group -> new Span(base + matcher.start(group), base + matcher.end(group)))
                .filter(span -> span.start() < to && span.end() > from)
                .forEach(values::add);
    }
}
