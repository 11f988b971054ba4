import Formats
import Testing

@testable import Convene

@Suite struct MergePatchTests {
    private func shown(_ node: JSONNode) -> String {
        switch node.value {
        case .object(let members):
            "{" + members.sorted { $0.name < $1.name }.map { "\"\($0.name)\":\(shown($0.node))" }.joined(separator: ",") + "}"
        case .list(let list): "[" + list.map(shown).joined(separator: ",") + "]"
        case .text(let text): "\"\(text)\""
        case .null: "null"
        default: node.text
        }
    }

    @Test(
        "the examples of RFC 7396, appendix A",
        arguments: [
            (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
            (#"{"a":"b"}"#, #"{"a":null}"#, "{}"), (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
            (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
            (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
            (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#), (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
            (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#), (#"{"e":null}"#, #"{"a":1}"#, #"{"a":1,"e":null}"#),
            (#"[1,2]"#, #"{"a":"b","c":null}"#, #"{"a":"b"}"#), (#"{}"#, #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
        ])
    func examples(target: String, patch: String, result: String) throws {
        let merged = MergePatch.merged(try JSONTreeReader.read(Array(target.utf8)), try JSONTreeReader.read(Array(patch.utf8)))
        #expect(shown(merged) == result)
    }
}
