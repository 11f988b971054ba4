import Testing

@testable import CompositeIndex

@Suite struct NumberTextTests {
    @Test(
        "Plain decimal numbers are read to the nearest double",
        arguments: [
            ("0.30000000000000004", 0.30000000000000004), ("41.829999999999998", 41.83), ("-1.5e-3", -0.0015), ("+7", 7),
            ("5e-324", .leastNonzeroMagnitude),
            ("1.7976931348623157e308", .greatestFiniteMagnitude), (" 12 ", 12), ("\u{2212}3", -3), (".5", 0.5), ("5.", 5),
            ("\u{A0}1\u{A0}", 1),
        ])
    func plain(text: String, number: Double) { #expect(NumberText(text).number?.bitPattern == number.bitPattern) }

    @Test(
        "Words that a C library would take for numbers are none",
        arguments: [
            ("Inf", NumberText.infinite), ("-infinity", .infinite), ("1e999", .infinite), ("-1e999", .infinite),
            ("0x1p3", .text),
            ("1e", .text), ("e5", .text), ("1-2", .text), ("--1", .text), ("1 2", .text), ("", .empty), ("  ", .empty),
            ("12%", .percent), ("2018-01-05", .date), ("5/1/2018", .date), ("05.01.2018", .date), ("2018-01-05T10:00", .date),
            ("1,234,567", .thousands), ("1,234.5", .thousands), ("1 234", .thousands), ("1'234", .thousands),
            ("1.234.567,8", .thousands),
            ("TRUE", .truth), ("#DIV/0!", .error("#DIV/0!")), ("abc", .text), ("$5", .text), ("1e5e5", .text), ("1.2.3", .text),
        ])
    func refused(text: String, found: NumberText) { #expect(NumberText(text) == found) }

    @Test(
        "Every mark for a missing value that is in use is known",
        arguments: ["NA", "N/A", "n/a", "..", "…", "-", "NaN", ":", "nan"])
    func marks(mark: String) { #expect(NumberText(mark) == .missing(mark)) }

    @Test("A sign that may stand between thousands is told apart from one that cannot")
    func grouped() {
        #expect(NumberText("1.234") == .point(1.234, grouped: true))
        #expect(NumberText("0.234") == .point(0.234, grouped: false))
        #expect(NumberText("1.23") == .point(1.23, grouped: false))
        #expect(NumberText("1234,567") == .comma(1234.567, grouped: false))
        #expect(NumberText("1,234") == .comma(1.234, grouped: true))
    }

    @Test("The shortest text of a double is read as the same bits, for doubles of all sizes")
    func shortest() {
        var state: UInt64 = 7
        for _ in 0..<20_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = Double(bitPattern: state ^ state >> 29)
            guard number.isFinite else { continue }
            let text = NumberText.shortest(number)
            #expect(NumberText(text).number?.bitPattern == number.bitPattern)
        }
        #expect(NumberText.shortest(100) == "100")
        #expect(NumberText.shortest(-0.0) == "-0")
    }
}
