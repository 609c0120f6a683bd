package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Latin1;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges the password of a URL of the web. Manuals and the tests of every program that reads URLs
 * are full of such, with passwords that nobody has.
 */
final class WebPassword {
    private static final int SHORT = 4;
    private static final Set<String> WORDS =
            Set.of(
                    """
                    user username usr name login me you pass passwd password passwort pw pwd pword \
                    secret secrets token tokens key apikey api_key foo bar baz qux admin guest \
                    anonymous test tests testing tester demo example sample dummy fake mock hello \
                    world alice bob john jane joe abc abcd xyz 1234 12345 123456 12345678 123456789 \
                    x-oauth-basic x-access-token oauth2 basic auth credentials hunter2 letmein \
                    access_token accesstoken auth_token authtoken github_token gh_token ghtoken \
                    personal_access_token your-token mytoken my-token some-token proxy something\
                    """
                            .split(" "));
    // RFC 2606 and RFC 6761: names that nobody has.
    private static final Pattern RESERVED =
            Pattern.compile(
                    "(?:.*\\.)?(?:example(?:\\.(?:com|org|net|edu))?|test|invalid)(?::\\d+)?");
    // What stands for a value in a manual or in a program.
    private static final Pattern OPEN =
            Pattern.compile(
                    ".*(?:\\$[{(]|\\{\\{|\\{[\\w.]*\\}|%s|\\*\\*).*|\\$(?:[A-Z_][A-Z0-9_]*|[a-z_]+)|[xX]+");
    private static final Pattern SIGNS = Pattern.compile("\\.\\.\\.|[\\[\\]();$]");

    private WebPassword() {}

    /**
     * Whether it is none.
     *
     * @param url the text behind the scheme
     */
    static boolean isNone(String url, UrlPassword password) {
        String text = password.text();
        String user = url.substring(0, Math.max(0, url.indexOf(':')));
        String lower = text.toLowerCase(Locale.ROOT);
        String host = password.host().toLowerCase(Locale.ROOT);
        return text.length() < SHORT
                || host.isEmpty()
                // A slash or a question mark ends the authority: what looks like one is a path.
                || text.chars().anyMatch(each -> "/?#@,".indexOf(each) >= 0)
                || WORDS.contains(lower)
                || lower.equals(user.toLowerCase(Locale.ROOT))
                || RESERVED.matcher(host).matches()
                || OPEN.matcher(text).matches()
                || isSigned(text)
                || StandIns.isTemplate(text)
                || isFiller(text);
    }

    /** With signs of programs in it, what is left must look drawn. */
    private static boolean isSigned(String text) {
        return SIGNS.matcher(text).find()
                && !GuessedValue.isPassword(SIGNS.matcher(text).replaceAll(""));
    }

    /** Whether nobody has a host of that name, in small letters. */
    static boolean isReserved(String host) {
        return RESERVED.matcher(host).matches();
    }

    /** Whether it is a word of manuals, in small letters. */
    static boolean isWord(String lower) {
        return WORDS.contains(lower);
    }

    private static boolean isFiller(String text) {
        byte[] bytes = Latin1.bytes(text);
        return Placeholder.is(bytes, 0, bytes.length);
    }

    /** Whether it may be one, and reads like one of a test: words, or a host of the own network. */
    static boolean isWeak(UrlPassword password) {
        return Dictionary.explains(password.text()) || password.host().indexOf('.') < 0;
    }
}
