package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.rule.Manner.Context;
import dev.holdfast.secrets.rule.Manner.FormEntry;
import dev.holdfast.secrets.rule.Manner.Forms;
import dev.holdfast.secrets.rule.Manner.Url;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example of a rule with its holes filled, so that no policy holds a token: {@code {form}} is a
 * random token of one of the forms, {@code {cut}} one that is a character too short, {@code
 * {filler}} one of a single letter, {@code {hex:32}} random text. Any other brace is itself.
 *
 * @param text without the marks
 * @param start where the token is to be found
 * @param end where it ends; {@code start} when the example does not say
 */
record ExampleText(String text, int start, int end) {
    private static final Pattern HOLE =
            Pattern.compile(
                    "\\{(?:(form|cut|filler)"
                            + "|(base62|base64|base64url|hex|upper|lower|digits|x):(\\d{1,3}))\\}");

    static ExampleText of(RuleEntry rule, String template, Random random) {
        StringBuilder text = new StringBuilder();
        Matcher hole = HOLE.matcher(template);
        while (hole.find()) {
            String filled =
                    hole.group(1) == null
                            ? text(hole.group(2), Integer.parseInt(hole.group(3)), random)
                            : token(rule, hole.group(1), random);
            hole.appendReplacement(text, Matcher.quoteReplacement(filled));
        }
        String whole = hole.appendTail(text).toString();
        int open = whole.indexOf('«');
        int close = whole.indexOf('»');
        return open < 0 || close < open
                ? new ExampleText(whole, 0, 0)
                : new ExampleText(
                        whole.substring(0, open)
                                + whole.substring(open + 1, close)
                                + whole.substring(close + 1),
                        open,
                        close - 1);
    }

    private static String text(String name, int length, Random random) {
        ByteSet bytes =
                ByteSet.of(
                        switch (name) {
                            case "base62" -> "0-9A-Za-z";
                            case "base64" -> "0-9A-Za-z+/";
                            case "base64url" -> "0-9A-Za-z_-";
                            case "hex" -> "0-9a-f";
                            case "upper" -> "A-Z";
                            case "lower" -> "a-z";
                            case "digits" -> "0-9";
                            default -> "x";
                        });
        return run(bytes, length, random);
    }

    private static String token(RuleEntry rule, String hole, Random random) {
        List<String> forms =
                switch (rule.manner()) {
                    case Forms all -> all.forms().stream().map(FormEntry::form).toList();
                    case Context context -> context.values();
                    case Url url ->
                            List.of(url.hosts().getFirst() + url.path().replace("/(", "(/"));
                    case Manner.Code _ -> throw new IllegalStateException("code has no form");
                };
        List<List<Piece>> choices = FormText.read(forms.get(random.nextInt(forms.size())));
        List<Piece> pieces = choices.get(random.nextInt(choices.size()));
        boolean whole = hole.equals("form");
        StringBuilder token = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.optional() && !(whole && random.nextBoolean())) {
                continue;
            }
            int length =
                    whole
                            ? piece.least() + random.nextInt(piece.most() - piece.least() + 1)
                            : piece.least();
            token.append(piece.literal())
                    .append(
                            hole.equals("filler")
                                    ? filler(piece.bytes(), length)
                                    : run(piece.bytes(), length, random));
        }
        return hole.equals("cut") ? token.substring(0, token.length() - 1) : token.toString();
    }

    private static String filler(ByteSet bytes, int length) {
        String members = bytes.members();
        return (members.isEmpty() || members.indexOf('x') >= 0 ? "x" : members.substring(0, 1))
                .repeat(length);
    }

    /** A token may hold a hyphen or a full stop, and does not end with one. */
    private static String run(ByteSet bytes, int length, Random random) {
        String members = bytes.members();
        String plain = members.replaceAll("[^0-9A-Za-z]", "");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String from = i == length - 1 && !plain.isEmpty() ? plain : members;
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }
}
