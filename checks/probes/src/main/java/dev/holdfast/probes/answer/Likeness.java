package dev.holdfast.probes.answer;

import dev.holdfast.probes.exchange.Exchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether two bodies are the same page but for what differs in every answer: the address that was
 * asked for, numbers, and random marks such as a nonce. Every other word has to be the same and in
 * the same place; the size says nothing.
 */
public final class Likeness {
    /** A word as long as this, or with a digit, may be a random mark. */
    private static final int RANDOM = 16;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}+/=_-]++");
    private static final String MARK = "#";

    private Likeness() {}

    /** Whether both were read to their end and are the same page. */
    public static boolean same(Exchange one, Exchange other) {
        if (one.response().body().equals(other.response().body())) {
            return !one.response().body().cut();
        }
        if (one.response().body().cut() || other.response().body().cut()) {
            return false;
        }
        List<String> addresses = new ArrayList<>();
        addresses.addAll(addresses(one.request().path()));
        addresses.addAll(addresses(other.request().path()));
        addresses.sort(Comparator.comparingInt(String::length).reversed());
        return words(one, addresses).equals(words(other, addresses));
    }

    /** How a page may show the address that it was asked for. */
    private static Set<String> addresses(String path) {
        Set<String> all = new TreeSet<>();
        for (String form : List.of(path, path.split("[?#]", 2)[0])) {
            String small = form.toLowerCase(Locale.ROOT);
            all.add(small);
            try {
                all.add(URLDecoder.decode(small, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException malformed) {
                // A page cannot show what does not decode.
            }
        }
        all.removeIf(form -> form.length() < 2);
        return all;
    }

    private static List<String> words(Exchange exchange, List<String> addresses) {
        String text = exchange.response().body().text().toLowerCase(Locale.ROOT);
        for (String address : addresses) {
            text = text.replace(address, " ");
        }
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(word(matcher.group()));
        }
        return words;
    }

    private static String word(String word) {
        boolean random = word.length() >= RANDOM || word.chars().anyMatch(Character::isDigit);
        return random ? MARK : word;
    }
}
