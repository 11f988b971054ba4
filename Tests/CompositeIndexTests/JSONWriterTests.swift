import CompositeIndex
import Foundation
import Testing

@Suite struct JSONWriterTests {
    @Test("Rows are objects that a JSON reader takes, with exact numbers and null where there is nothing")
    func rows() throws {
        let bytes = JSONWriter.bytes(
            Sheet(
                name: "s", header: ["a \"b\"", "n", "m"],
                rows: [[.text("</script>\u{1}\u{2028}\n\\é😀"), .number(0.1 + 0.2)], [.empty, .number(1e300), .number(.nan)]]))
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]])
        #expect(rows[0]["a \"b\""] as? String == "</script>\u{1}\u{2028}\n\\é😀")
        #expect(String(decoding: bytes, as: UTF8.self).contains(":0.30000000000000004,"))
        #expect(rows[0]["m"] is NSNull)
        #expect(rows[1]["a \"b\""] is NSNull)
        #expect(rows[1]["n"] as? Double == 1e300)
        #expect(!bytes.contains(0x3C))
    }

    @Test("A sheet without rows is an empty list")
    func empty() throws {
        let bytes = JSONWriter.bytes(Sheet(name: "s", header: ["a"], rows: []))
        #expect(try (JSONSerialization.jsonObject(with: Data(bytes)) as? [Any])?.isEmpty == true)
    }
}
