package dev.holdfast.secrets.rule;

/** The characters that a part of a token may have, written out from the providers' formats. */
public enum Alphabet {
    DIGITS("0123456789"),
    BASE62("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
    BASE64URL(BASE62.characters + "-_"),
    BASE32("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
    HEX("0123456789abcdef"),
    UPPER_HEX("0123456789ABCDEF"),
    DOTTED(BASE62.characters + "._-"),
    BASE64(BASE62.characters + "+/"),
    ANY_BASE64(BASE62.characters + "+/-_="),
    ENCODED(BASE62.characters + "+/-_=%"),
    UPPER("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    LOWER("0123456789abcdefghijklmnopqrstuvwxyz"),
    UNRESERVED(BASE62.characters + "._~-");

    private final String characters;

    Alphabet(String characters) {
        this.characters = characters;
    }

    String characters() {
        return characters;
    }

    boolean has(char each) {
        return characters.indexOf(each) >= 0;
    }

    /** As a class of a regular expression. */
    String regex() {
        StringBuilder regex = new StringBuilder("[");
        for (char each : characters.toCharArray()) {
            if ("-[]^\\".indexOf(each) >= 0) {
                regex.append('\\');
            }
            regex.append(each);
        }
        return regex.append(']').toString();
    }
}
