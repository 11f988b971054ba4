import Testing

@testable import Convene

@Suite struct CalendarSecretTests {
    @Test("A secret is new each time, fits an address, and its digest does not show it") func fresh() throws {
        let all = Set((0..<100).map { _ in CalendarSecret.new() })
        #expect(all.count == 100)
        for secret in all {
            #expect(
                secret.utf8.count == 32 && secret.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
            let digest = try #require(CalendarSecret.digest(secret))
            #expect(digest.count == 64 && !digest.contains(secret) && digest == CalendarSecret.digest(secret))
        }
    }
    @Test(
        "What cannot be one has no digest",
        arguments: ["", "short", String(repeating: "a", count: 31), String(repeating: "é", count: 32)])
    func others(_ text: String) { #expect(CalendarSecret.digest(text) == nil) }
}
