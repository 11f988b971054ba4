import Base
import HTML
import HTTPTypes
import Web

extension Exchange {
    /// A page of the desk with forms; with complaints it is not a success.
    func deskPage(_ title: String, _ main: Markup, _ complaints: Complaints = Complaints()) -> Answer {
        page(
            title: title, wing: .convene, current: "/desk",
            masthead: FramePage.masthead("\(title)", eyebrow: words("frame.desk")), main: main,
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }
}

extension Instant {
    /// The next midnight in UTC: until then “today” is the same day.
    var nextDay: Instant { Instant(seconds: (seconds.floorDivided(by: 86_400) + 1) * 86_400) }
}
