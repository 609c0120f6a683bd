package dev.holdfast.probes.browser;

import dev.holdfast.probes.report.ShownAddress;
import dev.holdfast.probes.suggest.Hashes;
import dev.holdfast.probes.suggest.Sighting;
import java.util.List;
import java.util.Set;

/** What loads of a page have shown together. */
record SeenUse(Set<Sighting> sightings, Set<String> links, Set<String> forms) {

    /** Adds what one load has shown. */
    void add(Loaded load) {
        load.violations().forEach(violation -> sightings.add(violation.sighting()));
        if (!load.scriptHashes().isEmpty()) {
            sightings.add(new Sighting("script-src-elem", "inline", load.scriptHashes()));
        }
        load.facts().scriptLinks().forEach(link -> links.add(Hashes.of(link)));
        load.facts().forms().forEach(form -> forms.add(ShownAddress.origin(form)));
        // A script may have made the form and taken it away again.
        load.violations().stream()
                .filter(violation -> violation.directive().equals("form-action"))
                .forEach(violation -> forms.add(ShownAddress.origin(violation.blocked())));
    }

    List<Sighting> all() {
        return List.copyOf(sightings);
    }
}
