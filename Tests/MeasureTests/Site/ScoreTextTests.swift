import Base
import Testing

@testable import Measure

@Suite struct ScoreTextTests {
    @Test("So many decimals always, with the decimal sign of the language and Latin digits")
    func decimals() {
        #expect(ScoreText.text(63, .en) == "63.0" && ScoreText.text(63.25, .fr) == "63,2" && ScoreText.text(1, .ar) == "1.0")
        #expect(ScoreText.text(nil, .en) == "–" && ScoreText.text(.nan, .en) == "–")
        #expect(ScoreText.text(-0.04, .en) == "0.0" && ScoreText.text(-1.5, .en) == "−1.5")
    }

    @Test("Differences carry their sign, a difference that rounds to nothing none")
    func signed() {
        #expect(ScoreText.signed(2, .en) == "+2.0" && ScoreText.signed(-2, .en) == "−2.0" && ScoreText.signed(0.01, .en) == "0.0")
    }

    @Test("Ranks are whole unless ties share the average; measured values keep their decimals")
    func others() {
        #expect(ScoreText.rank(3, .en) == "3" && ScoreText.rank(2.5, .es) == "2,5" && ScoreText.rank(nil, .en) == "–")
        #expect(
            ScoreText.value(12.5, .ru) == "12,5" && ScoreText.value(40, .en) == "40" && ScoreText.value(1 / 3, .en) == "0.3333")
        #expect(ScoreText.percent(0.125, .en) == "12.5%" && ScoreText.percent(0.5, .fr, decimals: 0) == "50\u{202f}%")
    }
}
