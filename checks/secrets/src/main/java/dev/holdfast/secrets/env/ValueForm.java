package dev.holdfast.secrets.env;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Assessment.Verdict;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.rule.RuleSet;
import dev.holdfast.secrets.rule.StandIns;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a value is by itself, whatever its name. */
enum ValueForm {
    /** A secret: a token of high severity, a key, a URL or connection string with a password. */
    SECRET,
    /** A token whose harm depends on where it stands: a Google key, an id, a test key. */
    TOKEN,
    /** A token that is public by design. */
    PUBLIC,
    /** A place for a value, or a word of documentation. */
    STAND_IN,
    /** Anything else. */
    OTHER;

    private static final Engine TOKENS = Engine.of(RuleSet.firstClass().recognizers(), List.of());
    private static final Pattern URL_PASSWORD =
            Pattern.compile(
                    "[A-Za-z][A-Za-z0-9+.-]*://[^/?#\\s:@]*:([^/?#\\s]+)@.*", Pattern.DOTALL);
    private static final Pattern QUERY =
            Pattern.compile(
                    "[?&](?:sig|signature|token|access_token|auth|secret|client_secret|password"
                            + "|pwd|api_?key)=([^&#]{8,})",
                    Pattern.CASE_INSENSITIVE);
    // ADO.NET, Azure and libpq write a password as one pair of many.
    private static final Pattern PAIR =
            Pattern.compile(
                    "(?:^|[;\\s])(?:password|pwd|accountkey|sharedaccesskey)\\s*=\\s*([^;\\s]+)",
                    Pattern.CASE_INSENSITIVE);

    static ValueForm of(String value) {
        ValueForm token = token(value);
        if (token != OTHER) {
            return token;
        }
        if (StandIns.isPassword(value) || StandIns.isTemplate(value)) {
            return STAND_IN;
        }
        return holdsPassword(value) ? SECRET : OTHER;
    }

    private static ValueForm token(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        ValueForm form = OTHER;
        for (Match match : TOKENS.scan(bytes, bytes.length)) {
            if (!(match instanceof TokenMatch token)) {
                continue;
            }
            if (token.assessment().verdict() == Verdict.PUBLIC_BY_DESIGN) {
                boolean whole = token.start() == 0 && token.end() == bytes.length;
                form = form == OTHER && whole ? PUBLIC : form;
            } else if (token.assessment().severity().compareTo(Severity.HIGH) <= 0) {
                return SECRET;
            } else {
                form = TOKEN;
            }
        }
        return form;
    }

    private static boolean holdsPassword(String value) {
        Matcher url = URL_PASSWORD.matcher(value);
        if (url.matches()) {
            return !StandIns.isPassword(url.group(1));
        }
        Matcher query = QUERY.matcher(value);
        if (value.contains("://") && query.find()) {
            return !StandIns.isPassword(query.group(1)) && !PlainText.is(query.group(1));
        }
        Matcher pair = PAIR.matcher(value);
        return pair.find() && !StandIns.isPassword(pair.group(1));
    }
}
