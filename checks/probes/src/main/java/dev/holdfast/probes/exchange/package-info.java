/** What is asked and what is answered, as values: requests, responses, header fields. */
@NullMarked
package dev.holdfast.probes.exchange;

import org.jspecify.annotations.NullMarked;
