package dev.holdfast.secrets.rule;

/**
 * One form that a kind of token takes.
 *
 * @param prefix the literal that it begins with
 */
record Form(String prefix, Shape shape, CheckDigits digits) {}
