import Base
import Testing

@testable import Convene

@Suite struct CertificateTests {
    @Test(
        "a number is read as people type it",
        arguments: ["7f3k92qd4mxa", "7F3K-92QD-4MXA", " 7f3k 92qd 4mxa ", "7F3K-92QD4MXA\n"])
    func numbers(_ typed: String) { #expect(Certificate.read(typed) == "7F3K-92QD-4MXA") }

    @Test("letters that are taken for digits are; anything else is no number")
    func strangers() {
        #expect(Certificate.read("OIL0-1111-OOOO") == "0110-1111-0000")
        for typed in [
            "", "7F3K-92QD-4MX", "7F3K-92QD-4MXAA", "7F3K-92QD-4MXU", "７F3K-92QD-4MXA", String(repeating: "7", count: 5000),
        ] {
            #expect(Certificate.read(typed) == nil, "\(typed.prefix(20))")
        }
    }

    @Test("a new number is one, and another each time")
    func fresh() {
        let all = Set((0..<200).map { _ in Certificate.newNumber() })
        #expect(all.count == 200 && all.allSatisfy { Certificate.read($0) == $0 })
    }

    @Test("the paper bears the first sixteen digits in fours")
    func digest() { #expect(Certificate.printed("0123456789abcdef0123") == "0123 4567 89ab cdef") }
}
