import Base
import HTML
import HTTPTypes
import Web

// What every way in has in common.
extension Exchange {
    /// The asking browser's secret. The form guard has let the request pass, so there is one.
    func ownBrowser() throws -> String {
        guard let browser else { throw Refusal(.forbidden, "refusal.forged") }
        return browser
    }

    /// What is kept of the User-Agent header.
    var device: String { DeviceHint.read(fields[.userAgent]) }

    /// To where she wanted to go, with the browser's new secret.
    func welcome(_ signed: SignInActions.SignedIn) -> Answer {
        seeOther(NextPath(signed.next)?.path ?? (signed.isStaff ? "/desk" : "/"), showsItself: true).remembering(
            signed.secret, self)
    }

    /// A page of the door; with complaints it is not a success.
    func signInPage(_ key: String, _ main: Markup, _ complaints: Complaints = Complaints()) -> Answer {
        let title = words(key)
        return page(
            title: title, wing: .convene, masthead: FramePage.masthead("\(title)"), main: #"<div class="signin">\#(main)</div>"#,
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }
}

extension Answer {
    /// With the browser's new secret as its cookie.
    func remembering(_ secret: String, _ exchange: Exchange) -> Answer {
        var answer = self
        answer.fields[values: .setCookie].insert(BrowserCookie.set(secret, isSecure: exchange.hall.isSecure), at: 0)
        return answer
    }

    /// The address holds a token, which nobody may learn.
    func sealed() -> Answer {
        var answer = self
        if let name = HTTPField.Name("Referrer-Policy") { answer.fields[name] = "no-referrer" }
        return answer
    }
}
