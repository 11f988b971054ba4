import Testing

@testable import Convene

@Suite("What letters are about")
struct MailOccasionTests {
    @Test("every occasion of a registration has its letter; those with a ticket have an entry for the calendar")
    func occasions() {
        #expect(
            Set(RegistrationOccasion.allCases.map { MailOccasion($0).rawValue })
                == Set(RegistrationOccasion.allCases.map(\.rawValue)))
        #expect(!MailOccasion.worded.contains(.bulk) && MailOccasion.worded.contains(.reminder))
        #expect(MailOccasion.allCases.filter(\.hasTicket) == [.confirmed, .moved, .received, .reminder])
        #expect(MailOccasion.allCases.filter(\.endsCalendar) == [.passedOn, .cancelled])
    }
}
