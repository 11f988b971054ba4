import Base
import HTML

/// How full something is, as a bar and in numbers.
package enum PlaceBarPage {
    package static func markup(_ words: Words, _ count: PlaceCount) -> Markup {
        guard !count.isUnlimited else { return "\(words.number(count.taken))" }
        let text = words("places.of", ["taken": words.number(count.taken), "capacity": words.number(count.capacity)])
        return """
            <span class="fill"><meter min="0" max="\(max(1, count.capacity))" value="\(count.taken)" aria-hidden="true"></meter> \
            <span>\(text)</span></span>
            """
    }
}
