package dev.holdfast.rls.difference;

import dev.holdfast.rls.catalog.Policy;

/** Things of the catalogue for people. */
final class Texts {

    private Texts() {}

    static String policy(Policy policy) {
        return "policy "
                + policy.name()
                + (policy.permissive() ? "" : " (restrictive)")
                + policy.using().map(each -> " using " + each.text()).orElse("")
                + policy.check().map(each -> " with check " + each.text()).orElse("");
    }
}
