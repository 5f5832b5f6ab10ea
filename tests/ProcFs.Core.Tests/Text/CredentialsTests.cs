namespace ProcFs.Text;

public sealed class CredentialsTests
{
    private const string Mask = Credentials.Mask;

    [Theory]
    [InlineData("PASSWORD")]
    [InlineData("PGPASSWORD")]
    [InlineData("MYSQL_PWD")]
    [InlineData("DB_PASSWORD_2")]
    [InlineData("dbPassword")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("SECRET_KEY_BASE")]
    [InlineData("OPENAI_API_KEY")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("npm_config__auth_token")]
    [InlineData("SSL_KEY_PASSPHRASE")]
    public void A_variable_is_masked_by_its_name(string name)
    {
        Assert.Equal(Mask, Credentials.MaskValue(name, "x"));
        Assert.Equal("", Credentials.MaskValue(name, ""));
    }

    [Theory]
    [InlineData("PATH", "/usr/bin:/bin")]
    [InlineData("PWD", "/root")]
    [InlineData("OLDPWD", "/root")]
    [InlineData("SSH_AUTH_SOCK", "/run/agent")]
    [InlineData("SSH_ASKPASS", "/usr/bin/askpass")]
    [InlineData("PASSWORD_FILE", "/run/secrets/db")]
    [InlineData("AWS_ACCESS_KEY_ID", "x")]
    [InlineData("MAX_TOKENS", "4096")]
    [InlineData("GPG_KEY", "A035C8C1")]
    [InlineData("KEYBOARD", "us")]
    [InlineData("TOKENIZERS_PARALLELISM", "false")]
    [InlineData("PASSTHROUGH", "1")]
    [InlineData("LANG", "C.UTF-8")]
    [InlineData("URL", "https://example.org/a:b@c")]
    [InlineData("ODD", "://")]
    public void What_is_no_credential_is_shown(string name, string value) => Assert.Equal(value, Credentials.MaskValue(name, value));

    [Theory]
    [InlineData("https://user:hunter2@example.org/db", $"https://user:{Mask}@example.org/db")]
    [InlineData("postgres://u:p@ss@h:5432/x?y=1", $"postgres://u:{Mask}@h:5432/x?y=1")]
    [InlineData("ghp_0123456789abcdef0123456789abcdef0123", Mask)]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", Mask)]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIE", Mask)]
    [InlineData("Bearer abc.def", $"Bearer {Mask}")]
    public void A_value_is_masked_by_its_form(string value, string shown) => Assert.Equal(shown, Credentials.MaskValue("VALUE", value));

    [Theory]
    [InlineData("app --password hunter2 --verbose", $"app --password {Mask} --verbose")]
    [InlineData("app --password=hunter2", $"app --password={Mask}")]
    [InlineData("app --db-password --verbose", "app --db-password --verbose")]
    [InlineData("app --no-password x", "app --no-password x")]
    [InlineData("app --password-file /run/x --pass-through y", "app --password-file /run/x --pass-through y")]
    [InlineData("env DB_PASSWORD=x app", $"env DB_PASSWORD={Mask} app")]
    [InlineData("docker run -e API_TOKEN=x -e A=b image", $"docker run -e API_TOKEN={Mask} -e A=b image")]
    [InlineData("/usr/bin/curl -u user:hunter2 http://h", $"/usr/bin/curl -u user:{Mask} http://h")]
    [InlineData("docker run -u 1000:1000 image", "docker run -u 1000:1000 image")]
    [InlineData("mysql -phunter2 -P 3306", $"mysql -p{Mask} -P 3306")]
    [InlineData("sshpass -p hunter2 ssh -p 22 host", $"sshpass -p {Mask} ssh -p 22 host")]
    [InlineData("17:DB_PASSWORD=x", $"17:DB_PASSWORD={Mask}")]
    [InlineData("nc -p 80", "nc -p 80")]
    [InlineData("git clone https://u:t@host/x.git", $"git clone https://u:{Mask}@host/x.git")]
    [InlineData("", "")]
    public void Arguments_are_masked(string line, string shown) => Assert.Equal(shown, Credentials.MaskLine(line));

    [Fact]
    public void A_header_is_masked_behind_its_name() => Assert.Equal(
        ["curl", "-H", $"X-Api-Key: {Mask}", "-H", $"Authorization: {Mask}", "-H", "Accept: a"],
        Credentials.MaskArguments(["curl", "-H", "X-Api-Key: abc", "-H", "Authorization: Bearer abc", "-H", "Accept: a"]));

    [Fact]
    public void Nothing_is_masked_of_nothing() => Assert.Empty(Credentials.MaskArguments([]));
}
