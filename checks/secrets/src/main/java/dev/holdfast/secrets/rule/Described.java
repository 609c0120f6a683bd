package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.TokenRule;

/**
 * A rule with what its page says of it.
 *
 * @param recognised the form, as a regular expression or in words
 * @param digits what check digits are read
 * @param otherwise when the severity or the verdict is another than the rule's, and which; empty
 *     when it never is
 */
record Described(TokenRule rule, String recognised, CheckDigits digits, String otherwise) {

    static Described of(TokenRule rule, String recognised) {
        return of(rule, recognised, "");
    }

    static Described of(TokenRule rule, String recognised, String otherwise) {
        return new Described(rule, recognised, CheckDigits.NONE, otherwise);
    }
}
