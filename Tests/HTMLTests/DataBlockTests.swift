import Foundation
import HTML
import Testing

@Suite struct DataBlockTests {
    @Test("Nothing ends the element but its own end") func escaping() {
        let text = DataBlock.linkedData(#"{"a":"</script><script>alert(1)</script><!--"}"#).text
        #expect(text.components(separatedBy: "<").count == 3, "the element's begin and end alone")
        #expect(text.hasPrefix(#"<script type="application/ld+json">{"a":"\u003c/script>"#))
    }
}
