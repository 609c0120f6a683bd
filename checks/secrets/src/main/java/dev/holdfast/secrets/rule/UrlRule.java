package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Anchor;
import dev.holdfast.secrets.engine.Boundary;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** URLs that carry a password (RFC 3986, section 3.2.1). */
final class UrlRule implements Recognizer {
    private static final int LONGEST = 2_048;
    // A password may hold what looks like one.
    private static final int MOST_SCHEMES = 4;

    private final Kind kind;
    private final TokenRule rule;
    private final List<String> schemes;
    private final boolean web;

    /**
     * A rule.
     *
     * @param schemes those of its URLs
     * @param web whether anything may stand at such a URL, so that more is asked of the password
     */
    UrlRule(Kind kind, List<String> schemes, boolean web) {
        this.schemes = List.copyOf(schemes);
        this.web = web;
        this.kind = kind;
        this.rule = kind.rule();
    }

    @Override
    public List<String> anchors() {
        List<String> anchors = new ArrayList<>(schemes);
        // FTP is short enough to stand everywhere in what is packed.
        schemes.stream()
                .filter(each -> each.length() > Anchor.FEWEST)
                .forEach(each -> anchors.add(each.toUpperCase(Locale.ROOT)));
        return anchors;
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        if (!Boundary.before(bytes, anchor)) {
            return null;
        }
        Scheme scheme = Scheme.at(bytes, length, anchor, schemes);
        if (!scheme.isThere()) {
            return null;
        }
        int limit = Math.min(length, anchor + LONGEST);
        if (!scheme.percent() && !hasAt(bytes, scheme.end(), limit)) {
            return null;
        }
        UrlText url = UrlText.read(bytes, scheme.end(), limit, scheme.percent());
        Optional<UrlPassword> password = UrlPassword.in(url.text());
        if (web) {
            int token = TokenUser.end(url.text());
            if (token > 0) {
                return new TokenMatch(rule, kind.leaked(), anchor, url.end(token), List.of());
            }
        }
        if (password.isEmpty() || StandIns.isPassword(password.get().text())) {
            return null;
        }
        if (web && WebPassword.isNone(url.text(), password.get())) {
            return null;
        }
        boolean local = password.get().isLocal();
        // RabbitMQ's own default, which it accepts from the machine itself alone.
        if (local && password.get().text().equals("guest")) {
            return null;
        }
        return new TokenMatch(
                rule,
                kind.leaked(
                        local || (web && WebPassword.isWeak(password.get()))
                                ? Severity.LOW
                                : kind.severity(),
                        Map.of("local", local)),
                anchor,
                url.end(password.get().end()),
                List.of());
    }

    /**
     * Whether there is an '@' at all: most addresses have none, and need no reading. Behind some
     * more schemes it would be that of another address.
     */
    private static boolean hasAt(byte[] bytes, int start, int limit) {
        int schemes = 0;
        for (int i = start; i < limit; i++) {
            if (bytes[i] == '@') {
                return true;
            }
            if (bytes[i] == ':' && i + 2 < limit && bytes[i + 1] == '/' && bytes[i + 2] == '/') {
                if (++schemes > MOST_SCHEMES) {
                    return false;
                }
            }
            if ((bytes[i] >= 0 && bytes[i] <= ' ') || bytes[i] == '"' || bytes[i] == '`') {
                return false;
            }
        }
        return false;
    }

    @Override
    public boolean startsAtAnchor() {
        return true;
    }

    @Override
    public int reach() {
        return LONGEST + 16;
    }
}
