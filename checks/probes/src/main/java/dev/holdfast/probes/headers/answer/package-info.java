/** One answer with what its rules need to know: class, content, the page's elements. */
@NullMarked
package dev.holdfast.probes.headers.answer;

import org.jspecify.annotations.NullMarked;
