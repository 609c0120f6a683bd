package dev.holdfast.probes.browser;

import java.util.List;
import java.util.Optional;

/**
 * What was in a page after its load.
 *
 * @param forms to which addresses they send
 * @param scriptLinks the addresses of {@code javascript:} links, whole
 * @param manifest whether it names an application manifest
 * @param password whether there is a field for a password
 * @param metaPolicies how many {@code meta} elements hold a policy
 */
record PageFacts(
        List<String> forms,
        List<String> scriptLinks,
        boolean manifest,
        boolean password,
        long metaPolicies) {
    static final PageFacts NONE = new PageFacts(List.of(), List.of(), false, false, 0);

    PageFacts {
        forms = List.copyOf(forms);
        scriptLinks = List.copyOf(scriptLinks);
    }

    /** Whether there is something that acts only when a visitor acts. */
    boolean acts() {
        return !forms.isEmpty() || !scriptLinks.isEmpty();
    }

    static Optional<PageFacts> read(String text) {
        return DevTools.read(text)
                .map(told ->
                        new PageFacts(
                                texts(told.at("forms")),
                                texts(told.at("links")),
                                told.at("manifest").flag(),
                                told.at("password").flag(),
                                told.at("meta").number()));
    }

    private static List<String> texts(Node list) {
        return list.items().stream().map(Node::text).filter(text -> !text.isEmpty()).toList();
    }
}
