import Base
import Foundation
import Testing

@testable import Convene

@Suite struct DoorBodyTests {
    private static let id = "0198b0a0-cccc-4000-8000-000000000001"

    private func scan(_ fields: String) throws -> SentScan? {
        try DoorBody.batch(Array(#"{"scans":[{\#(fields)}]}"#.utf8)).scans[0].sent
    }

    @Test("a scan is read; what is odd is no scan, and holds up no other") func reading() throws {
        let good = #""id":"\#(Self.id)","kind":"in","at":1765000000000,"code":"K3XM-9PQ2""#
        let read = try #require(try scan(good))
        #expect(read.id.text == Self.id && read.kind == .into && read.how == .typed && read.said == nil && read.undoes == nil)
        #expect(try scan(good + #","how":"camera","said":"admitted","undoes":"\#(Self.id)""#)?.said == .admitted)
        #expect(try scan(good + #","said":"never heard of","how":"by hand""#)?.said == nil)
        for wrong in [
            "", #""id":"x","kind":"in","at":1,"code":"a""#, good.replacing("\"in\"", with: "\"up\""),
            good.replacing("1765000000000", with: "5"), good.replacing("1765000000000", with: "1e300"),
            good.replacing("K3XM-9PQ2", with: String(repeating: "x", count: 1001)),
            good.replacing(",\"code\":\"K3XM-9PQ2\"", with: ""),
        ] { #expect(try scan(wrong) == nil, "\(wrong.prefix(80))") }
    }

    @Test("what is no batch is refused") func refused() {
        for text in ["", "{}", "[]", "{\"scans\":1}", "{\"scans\":[1]}", "\u{0}", "{\"scans\":[{\"at\":\"now\"}]}"] {
            #expect(throws: Refusal(.invalid, "door.refusal.batch")) { try DoorBody.batch(Array(text.utf8)) }
        }
    }

    @Test("a device's clock is put right by no more than a year") func skew() throws {
        func read(_ text: String) throws -> Int { try DoorBody.batch(Array(#"{"skew":\#(text),"scans":[]}"#.utf8)).milliseconds }
        #expect(try read("-3600000") == -3_600_000 && read("12.7") == 12)
        #expect(try read("1e15") == 0 && read("-1e300") == 0)
    }
}
