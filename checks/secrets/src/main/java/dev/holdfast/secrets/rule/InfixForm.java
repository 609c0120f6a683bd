package dev.holdfast.secrets.rule;

import java.util.List;

/**
 * The form of a token whose literal stands in its middle.
 *
 * @param least the fewest bytes of that class before the literal
 * @param most the most of them
 * @param infixes the literal, or those that differ in their first byte
 * @param shape what follows the literal
 */
record InfixForm(ByteSet before, int least, int most, List<String> infixes, Shape shape) {

    InfixForm {
        infixes = List.copyOf(infixes);
    }
}
