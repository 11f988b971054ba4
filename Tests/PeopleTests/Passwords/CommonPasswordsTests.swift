import Testing

@testable import People

@Suite("CommonPasswords")
struct CommonPasswordsTests {
    @Test(
        "what is tried first is common, with blanks, numbers and signs behind it, too",
        arguments: [
            "password1234", "pass word 1234", "passwordpassword", "conference2026!", "qwertyuiop123", "123456789012",
            "aaaaaaaaaaaa",
            "abcabcabcabc", "210987654321", "zyxwvutsrqpo", "mnbvcxzlkjhg", "administrator!!!!", "correcthorsebatterystaple",
            "пароль123456", "contraseña2025", "密码1234567890",
        ])
    func common(_ text: String) { #expect(CommonPasswords.hold(text)) }

    @Test(
        "others are not",
        arguments: [
            "seven blue herons wade", "kedu ọrụ ụbọchị", "مقعد أزرق عند النهر", "vuelo tarde sobre oaxaca", "四只蓝色的鹭站在浅水里等候",
        ])
    func others(_ text: String) { #expect(!CommonPasswords.hold(text)) }
}
