import Testing

@testable import Base

@Suite struct ByteTextTests {
    @Test("bytes as digits, and each digit back")
    func digits() {
        #expect(hexadecimal([0, 9, 10, 171, 255]) == "00090aabff")
        #expect(hexadecimal([UInt8]()) == "")
        for value in UInt8(0)...15 {
            let digit = Array(hexadecimal([value]).utf8)[1]
            #expect(hexadecimalValue(digit) == value)
        }
        #expect("ABCDEF".utf8.map(hexadecimalValue) == [10, 11, 12, 13, 14, 15])
        #expect("+-g/:@G`".utf8.allSatisfy { hexadecimalValue($0) == nil })
    }

    @Test("base64url has no padding and no letter that an address escapes")
    func base64() {
        #expect(base64URL([251, 255, 190]) == "-_--")
        #expect(base64URL([1]) == "AQ")
        #expect(base64URL([1, 2]) == "AQI")
        for count in 0..<40 {
            let random = randomBytes(count)
            #expect(bytes(base64URL: base64URL(random)) == random)
        }
        for wrong in ["AQ==", "-+--", "/_--", "A", "AQ I", "é", "AQI\n"] { #expect(bytes(base64URL: wrong) == nil, "\(wrong)") }
    }

    @Test("secrets have their length and are all different")
    func secrets() {
        let all = (0..<1000).map { _ in randomSecret(bytes: 24) }
        #expect(Set(all).count == 1000)
        #expect(all.allSatisfy { $0.utf8.count == 32 })
        for count in 0..<20 { #expect(randomBytes(count).count == count) }
        #expect(Set((0..<100).flatMap { _ in randomBytes(8).suffix(1) }).count > 20, "the last byte is as random as the first")
    }
}
