package dev.holdfast.secrets.verify;

import java.util.Map;
import java.util.TreeMap;

/** What an answer says of a key's owner. The answer is hostile input. */
final class Facts {
    private static final int MOST_LETTERS = 100;
    private static final int PART = 10;

    private Facts() {}

    static Map<String, String> of(
            Provider provider, Values values, Answer answer, Map<String, String> json) {
        Map<String, String> facts = new TreeMap<>();
        provider.facts()
                .forEach((label, place) -> {
                    String found =
                            place.startsWith("header ")
                                    ? answer.header(place.substring("header ".length()))
                                    : json.getOrDefault(place, "");
                    boolean secret =
                            values.all().stream()
                                    .anyMatch(value ->
                                            found.contains(value) || sharesPart(found, value));
                    if (!found.isBlank() && !secret) {
                        facts.put(label, printable(found));
                    }
                });
        return facts;
    }

    /**
     * Whether an answer says a part of what was asked with: a key may be made of two halves, and an
     * answer may cut it or put marks around it. A number may be the same by what it names.
     */
    private static boolean sharesPart(String found, String value) {
        for (int at = 0; at + PART <= found.length(); at++) {
            String part = found.substring(at, at + PART);
            if (value.contains(part) && !part.chars().allMatch(Character::isDigit)) {
                return true;
            }
        }
        return false;
    }

    /** ASCII as it is, all else as an escape, at most 100 characters. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < text.length() && shown.length() < MOST_LETTERS; at++) {
            char letter = text.charAt(at);
            if (letter >= ' ' && letter <= '~' && letter != '\\') {
                shown.append(letter);
            } else {
                shown.append(String.format("\\u%04x", (int) letter));
            }
        }
        return shown.length() > MOST_LETTERS ? shown.substring(0, MOST_LETTERS) : shown.toString();
    }
}
