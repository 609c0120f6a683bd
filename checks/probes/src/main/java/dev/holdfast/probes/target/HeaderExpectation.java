package dev.holdfast.probes.target;

import java.util.List;

/**
 * What a header field must be.
 *
 * @param name of the field
 * @param absent whether there must be none
 * @param anyOf the values of which it must be one, compared without regard to case and white space
 *     around; empty when any value will do
 * @param contains parts that the value must hold, without regard to case
 * @param place where the policy says so, {@code FILE:LINE:COL}
 */
public record HeaderExpectation(
        String name, boolean absent, List<String> anyOf, List<String> contains, String place) {
    public HeaderExpectation {
        anyOf = List.copyOf(anyOf);
        contains = List.copyOf(contains);
    }
}
