/** What probes say: rules, findings and where they hold. */
@NullMarked
package dev.holdfast.probes.verdict;

import org.jspecify.annotations.NullMarked;
