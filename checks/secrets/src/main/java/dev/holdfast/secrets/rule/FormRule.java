package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Recognizer;

/** Finds tokens by their form, and says what the form is. */
sealed interface FormRule extends Recognizer
        permits PrefixRule, InfixRule, WebhookRule, ContextRule {

    /** The form, as a regular expression has it. */
    String recognised();
}
