package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.rule.Manner.Context;
import dev.holdfast.secrets.rule.Manner.FormEntry;
import dev.holdfast.secrets.rule.Manner.Forms;
import dev.holdfast.secrets.rule.Manner.Url;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes texts of the examples of rules: {@code {form}} is a token of one of the rule's forms, with
 * its check digits right, {@code {hex:32}} random text, {@code {cut}} the shortest token less one
 * character, {@code {filler}} a token of one letter. So no file holds a token.
 */
final class TemplateForge {
    private static final Pattern HOLE =
            Pattern.compile("\\{([a-z][a-z0-9-]*)(?::(\\{.*?\\}|[^}]*))?\\}");
    private static final Map<String, Alphabet> ALPHABETS =
            Map.of(
                    "base62", Alphabet.BASE62,
                    "base64", Alphabet.BASE64,
                    "base64url", Alphabet.BASE64URL,
                    "base32", Alphabet.BASE32,
                    "hex", Alphabet.HEX,
                    "upper-hex", Alphabet.UPPER_HEX,
                    "upper", Alphabet.UPPER,
                    "lower", Alphabet.LOWER,
                    "digits", Alphabet.DIGITS);

    private final Random random;
    private final TokenForge tokens;

    TemplateForge(long seed) {
        random = new Random(seed);
        tokens = new TokenForge(seed);
    }

    String text(RuleEntry rule, String template) {
        Matcher hole = HOLE.matcher(template);
        StringBuilder text = new StringBuilder();
        while (hole.find()) {
            String argument = hole.group(2) == null ? "" : hole.group(2);
            hole.appendReplacement(
                    text, Matcher.quoteReplacement(filled(rule, hole.group(1), argument)));
        }
        return hole.appendTail(text).toString();
    }

    private String filled(RuleEntry rule, String name, String argument) {
        return switch (name) {
            case "form" -> form(rule, argument);
            case "cut" -> cut(rule);
            case "filler" -> filler(rule);
            case "x" -> "x".repeat(Integer.parseInt(argument));
            case "word" -> argument;
            case "uuid" -> uuid();
            case "jwt" -> tokens.jwt(argument);
            case "jwt-none" -> tokens.jwt("{\"alg\":\"none\"}", argument);
            case "pfx" -> pfx();
            case "password" ->
                    tokens.text(Alphabet.BASE62, 9) + "!" + tokens.text(Alphabet.BASE62, 6);
            default -> {
                Alphabet alphabet = ALPHABETS.get(name);
                if (alphabet == null) {
                    throw new IllegalArgumentException("no such hole: " + name);
                }
                yield random(alphabet, Integer.parseInt(argument));
            }
        };
    }

    /** Random text that no rule takes for words: of each kind of character there are some. */
    private String random(Alphabet alphabet, int length) {
        while (true) {
            String text = tokens.text(alphabet, length);
            if (length < 12 || mixed(alphabet, text)) {
                return text;
            }
        }
    }

    private static boolean mixed(Alphabet alphabet, String text) {
        return of(alphabet, text, "0123456789")
                && of(alphabet, text, "abcdef")
                && of(alphabet, text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                && text.chars().distinct().count() > 6;
    }

    private static boolean of(Alphabet alphabet, String text, String some) {
        boolean may = some.chars().anyMatch(each -> alphabet.has((char) each));
        return !may || some.chars().filter(each -> text.indexOf(each) >= 0).count() >= 2;
    }

    /** A key store of PKCS #12 in base64; the token begins behind the length of its sequence. */
    private String pfx() {
        byte[] store = new byte[900];
        random.nextBytes(store);
        byte[] head = {
            0x30,
            (byte) 0x82,
            3,
            (byte) 0x80,
            2,
            1,
            3,
            0x30,
            (byte) 0x82,
            3,
            0x46,
            6,
            9,
            0x2A,
            (byte) 0x86,
            0x48,
            (byte) 0x86,
            (byte) 0xF7,
            0x0D,
            1,
            7,
            1
        };
        System.arraycopy(head, 0, store, 0, head.length);
        String text = Base64.getEncoder().encodeToString(store);
        return text.substring(0, 6) + "«" + text.substring(6) + "»";
    }

    private String uuid() {
        String hex = random(Alphabet.HEX, 32);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                "4" + hex.substring(13, 16),
                "a" + hex.substring(17, 20),
                hex.substring(20));
    }

    private static List<String> forms(RuleEntry rule) {
        return switch (rule.manner()) {
            case Forms forms -> forms.forms().stream().map(FormEntry::form).toList();
            case Context context -> context.values();
            case Url url -> List.of(url.hosts().getFirst() + url.path().replace("/(", "(/"));
            case Manner.Code _ -> throw new IllegalStateException("code has no form");
        };
    }

    private String form(RuleEntry rule, String number) {
        List<String> forms = forms(rule);
        int index = number.isEmpty() ? random.nextInt(forms.size()) : Integer.parseInt(number) - 1;
        List<List<Piece>> choices = FormText.read(forms.get(index));
        List<Piece> pieces = choices.get(random.nextInt(choices.size()));
        CheckDigits digits =
                rule.manner() instanceof Forms all
                        ? all.forms().get(index).digits()
                        : CheckDigits.NONE;
        while (true) {
            String token = token(pieces, false);
            String whole = digits == CheckDigits.NONE ? token : checked(pieces, digits, token);
            if (whole.length() < 16 || isMixed(rule, whole)) {
                return whole;
            }
        }
    }

    private static boolean isMixed(RuleEntry rule, String token) {
        int least = rule.manner() instanceof Forms forms ? forms.mixture() : 0;
        String body = token.substring(token.length() / 3);
        return least == 0
                || (count(body, "[0-9]") >= least
                        && count(body, "[a-z]") >= least
                        && count(body, "[A-Z]") >= least);
    }

    private static long count(String text, String each) {
        return Pattern.compile(each).matcher(text).results().count();
    }

    private static String checked(List<Piece> pieces, CheckDigits digits, String token) {
        String prefix = pieces.getFirst().literal();
        return switch (digits) {
            case NONE -> token;
            case BASE62 -> Check.BASE62.apply(prefix, token);
            case HEX -> Check.HEX.apply(prefix, token);
            case HEX_BEHIND_UNDERSCORE -> Check.HEX_BEHIND.apply(prefix, token);
            case LITTLE_ENDIAN_HEX -> Check.LITTLE_ENDIAN.apply(prefix, token);
            case BASE64 -> Check.BASE64.apply(prefix, token);
            case UPPER_HEX -> Check.UPPER_HEX.apply(prefix, token);
            case BECH32 -> PlainBech32.token(prefix, token);
        };
    }

    private String token(List<Piece> pieces, boolean shortest) {
        StringBuilder token = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.optional() && (shortest || random.nextBoolean())) {
                continue;
            }
            token.append(piece.literal());
            int length =
                    shortest
                            ? piece.least()
                            : piece.least() + random.nextInt(piece.most() - piece.least() + 1);
            token.append(body(piece.bytes().members(), length));
        }
        return token.toString();
    }

    /** A token may hold a hyphen or a full stop, and does not end with one. */
    private String body(String members, int length) {
        StringBuilder body = new StringBuilder();
        String plain = members.replaceAll("[^0-9A-Za-z]", "");
        for (int i = 0; i < length; i++) {
            String from = i == length - 1 && !plain.isEmpty() ? plain : members;
            body.append(from.charAt(random.nextInt(from.length())));
        }
        return body.toString();
    }

    private String cut(RuleEntry rule) {
        List<List<Piece>> choices = FormText.read(forms(rule).getLast());
        String token = token(choices.get(random.nextInt(choices.size())), true);
        return token.substring(0, token.length() - 1);
    }

    private String filler(RuleEntry rule) {
        List<List<Piece>> choices = FormText.read(forms(rule).getFirst());
        StringBuilder token = new StringBuilder();
        for (Piece piece : choices.get(random.nextInt(choices.size()))) {
            if (!piece.optional()) {
                String members = piece.bytes().members();
                String each =
                        members.isEmpty() || members.indexOf('x') >= 0
                                ? "x"
                                : members.substring(0, 1);
                token.append(piece.literal()).append(each.repeat(piece.least()));
            }
        }
        return token.toString();
    }

    /** The texts with the place of what is to be found between « and »; all of it without. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>(List.of(text.split("[«»]", -1)));
        return parts.size() == 3 ? parts : List.of("", text, "");
    }
}
