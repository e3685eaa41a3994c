open System
open System.Linq
open System.Text.Json
open BillingClients
open BillingClients.Testing
open Microsoft.Extensions.DependencyInjection

let createAndChange (key: string) (address: Uri) =
    task {
        use client = new FlexpriceCustomerClient(FlexpriceOptions(ApiKey = key, BaseAddress = address))
        let! created = client.CreateAsync(CustomerCreate(ExternalId = "crm-1815", Name = "Ada Lovelace", Phone = "+442071234567"))
        let ada = CustomerKey.FromExternalId "crm-1815"
        let! changed = client.UpdateAsync(ada, CustomerUpdate(Name = "Ada King", Phone = Optional.Null))
        let! all = client.ListAsync().ToListAsync()

        try
            let! missing = client.GetAsync(CustomerKey.FromId "cust_missing")
            return $"found {missing.Name}"
        with :? BillingNotFoundException ->
            return $"{created.Name}, now {changed.Name}, is one of {all.Count}"
    }

let write (phone: string option) (exempt: bool option) =
    let create =
        CustomerCreate(
            ExternalId = "crm-1815",
            BillingAddress = Address(City = "London", Country = "GB"),
            Metadata = CustomerMetadata(dict [ "plan", "pro" ]),
            TaxIds = TaxIdList [ TaxId("gb_vat", "GB123456789") ],
            ProviderFields = [ FlexpriceCustomerFields(Timezone = "Europe/London") ]
        )

    let copy = CustomerCreate(create, Name = "Ada Lovelace")
    let fromOption = CustomerUpdate(Phone = Optional.IfNotNull(Option.toObj phone), TaxExempt = Optional.IfNotNull(Option.toNullable exempt))
    let set = CustomerUpdate(TaxExempt = Optional.Of(Nullable true), Metadata = create.Metadata, TaxIds = create.TaxIds)
    let clear = CustomerUpdate(Phone = Optional.Null, Metadata = OptionalMetadata.Null, TaxIds = OptionalTaxIds.Null)
    copy, fromOption, set, clear

let read (customer: Customer) =
    let environment =
        match customer.As<FlexpriceCustomer>() with
        | null -> None
        | flexprice -> Option.ofObj flexprice.EnvironmentId

    environment, customer.Status = CustomerStatus.Active, Option.ofObj customer.Email

let register (services: IServiceCollection) (key: string) =
    services.AddFlexprice(fun options -> options.ApiKey <- key) |> ignore

let check (what: string) (isTrue: bool) =
    if not isTrue then
        failwith $"Not as expected: {what}."

let checkWritten () =
    let copy, fromOption, set, clear = write None (Some false)
    check "a copy" (copy.Name = "Ada Lovelace" && copy.ExternalId = "crm-1815" && not (isNull copy.Metadata) && copy.ProviderFields.Count = 1)
    check "an option" (not fromOption.Phone.IsSet && fromOption.TaxExempt.Value = Nullable false)
    check "a value" (set.TaxExempt.Value = Nullable true && set.Metadata.Value = copy.Metadata && set.TaxIds.Value = copy.TaxIds)
    check "null" (clear.Phone.IsNull && clear.Metadata.IsNull && clear.TaxIds.IsNull && not clear.Email.IsSet)
    check "JSON" (JsonSerializer.Serialize(clear, BillingJsonContext.Default.CustomerUpdate).Contains "\"phone\":null")

let checkMade () =
    let customer = Customer(Provider = "flexprice", Id = "cust_1", Email = "ada@example.com")
    let page = CustomerPage(Items = [ customer ])
    let taxRate = FlexpriceTaxRateOverride(TaxRateCode = "vat", Currency = "GBP")
    check "required properties" (page.Items[0].ToCreate().Email = "ada@example.com" && taxRate.Currency = "GBP")
    check "an update of a customer" (customer.ToUpdate().Email.Value = "ada@example.com")

let checkRegistered () =
    let services = ServiceCollection()
    register services "sk_test"
    use provider = services.BuildServiceProvider()
    check "registration" (provider.GetRequiredService<ICustomerClient>().Provider.Name = "flexprice")

let run () =
    task {
        checkWritten ()
        checkMade ()
        checkRegistered ()
        use! simulator = ProviderSimulator.StartAsync()
        let! text = createAndChange simulator.Flexprice.ApiKey simulator.Flexprice.BaseAddress
        check text (text = "Ada Lovelace, now Ada King, is one of 1")
        use client = new FlexpriceCustomerClient(FlexpriceOptions(ApiKey = simulator.Flexprice.ApiKey, BaseAddress = simulator.Flexprice.BaseAddress))
        let! customer = client.GetAsync(CustomerKey.FromExternalId "crm-1815")
        let environment, isActive, email = read customer
        check "what was read" (environment.IsSome && isActive && email.IsNone && isNull customer.Phone)
        printfn "%s" text
    }

run().GetAwaiter().GetResult()
