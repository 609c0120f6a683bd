package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Connection strings of ADO.NET and ODBC with a password: {@code Server=db.shop;User
 * Id=shop;Password=…;}.
 */
final class ConnectionStringRule implements Recognizer {
    private static final int AROUND = 300;
    private static final int LONGEST = 128;
    private static final int FEWEST = 4;
    private static final Pattern SERVER =
            Pattern.compile(
                    "(?i)(?:^|.*[;\"'`=\\s])(?:server|data source|host|address|addr)\\s*=\\s*([^;]+).*",
                    Pattern.DOTALL);
    private static final Pattern LOCAL =
            Pattern.compile(
                    "(?i)(?:tcp:)?(?:\\(?localhost\\)?|\\(local(?:db)?\\)|127\\.|\\.[\\\\,;]?).*");

    private final Kind kind;
    private final TokenRule rule;

    ConnectionStringRule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    @Override
    public List<String> keywords() {
        return List.of(";password=", ";pwd=", "; password=", "; pwd=");
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        int start = Latin1.find(bytes, anchor, Math.min(length, anchor + 12), "=") + 1;
        int end = start;
        int last = Math.min(length, start + LONGEST);
        while (start > 0 && end < last && isValue(bytes[end])) {
            end++;
        }
        if (end - start < FEWEST || end == last) {
            return null;
        }
        String text = Latin1.text(bytes, start, end);
        if (StandIns.isPassword(text)
                || StandIns.isTemplate(text)
                || "{$<%[@".indexOf(text.charAt(0)) >= 0
                || Placeholder.is(bytes, start, end)) {
            return null;
        }
        String server = server(bytes, length, anchor, end);
        if (server.isEmpty()) {
            return null;
        }
        boolean local = LOCAL.matcher(server).matches();
        return new TokenMatch(
                rule,
                kind.leaked(
                        local || Dictionary.explains(text) ? Severity.LOW : kind.severity(),
                        Map.of("local", local)),
                start,
                end,
                List.of());
    }

    private static boolean isValue(byte each) {
        return (each > ' ' || each < 0) && "\"'`;\\<>&".indexOf((char) (each & 0xFF)) < 0;
    }

    /** The value of the pair that names the server, in the text around the password, or nothing. */
    private static String server(byte[] bytes, int length, int from, int to) {
        int first = from;
        while (first > 0 && from - first < AROUND && isText(bytes[first - 1])) {
            first--;
        }
        int last = to;
        while (last < length && last - to < AROUND && isText(bytes[last])) {
            last++;
        }
        Matcher server =
                SERVER.matcher(
                        Latin1.text(bytes, first, from) + ";" + Latin1.text(bytes, to, last));
        return server.matches() ? server.group(1) : "";
    }

    private static boolean isText(byte each) {
        return Bytes.BASE62.has(each) || "=;.,:\\/@-_ ()".indexOf((char) (each & 0xFF)) >= 0;
    }

    @Override
    public int reach() {
        return AROUND + LONGEST + 16;
    }
}
