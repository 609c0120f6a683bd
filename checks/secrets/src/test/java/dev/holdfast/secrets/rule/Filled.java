package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.TokenMatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Texts in which what is between « and » is a form, and becomes a random token of it. */
final class Filled {

    private Filled() {}

    static List<String> found(Engine engine, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Match> matches = engine.scan(bytes, bytes.length);
        return matches.stream()
                .filter(TokenMatch.class::isInstance)
                .map(each -> ((TokenMatch) each).rule().info().id().value())
                .toList();
    }

    static String text(String text, Random random) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf('«'); open >= 0; open = text.indexOf('«', at)) {
            int close = text.indexOf('»', open);
            filled.append(text, at, open).append(token(text.substring(open + 1, close), random));
            at = close + 1;
        }
        return filled.append(text.substring(at)).toString();
    }

    private static String token(String form, Random random) {
        List<List<Piece>> forms = FormText.read(form);
        StringBuilder token = new StringBuilder();
        for (Piece piece : forms.get(random.nextInt(forms.size()))) {
            if (piece.optional() && random.nextBoolean()) {
                continue;
            }
            token.append(piece.literal());
            if (piece.most() > 0) {
                String members = piece.bytes().members();
                int length =
                        piece.least()
                                + random.nextInt(
                                        Math.min(piece.most(), piece.least() + 40)
                                                - piece.least()
                                                + 1);
                for (int i = 0; i < length; i++) {
                    token.append(members.charAt(random.nextInt(members.length())));
                }
            }
        }
        return token.toString();
    }
}
